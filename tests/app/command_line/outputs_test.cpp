#include <memory> // first: moc 6.4 cannot parse <concepts> as the first standard header

#include "command_line/outputs.h"
#include "export/trace_files.h"
#include "support/made_up_run.h"
#include "support/synthetic_trace.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace threadscape;
using namespace threadscape::samples;

namespace {

// A file that is as large, and takes no room on the disk.
template <qint64 kBytes>
tl::expected<void, Error> writeSparse(const FigureRequest& /*figure*/, const std::filesystem::path& path)
{
    QFile file(QString::fromStdString(path.string()));
    if (!file.open(QIODevice::WriteOnly) || !file.resize(kBytes))
        return tl::unexpected(Error{TS_TEXT("test", "no room")});
    return {};
}

template <qint64 kBytes>
constexpr OutputKind kSparseTrace{.option = "--trace",
                                  .ending = "json",
                                  .target = OutputKind::Target::file,
                                  .holds = OutputKind::Holds::data,
                                  .write = writeSparse<kBytes>,
                                  .remark = remarkOnTraceFile};

} // namespace

class OutputsTest final : public QObject {
    Q_OBJECT

private slots:
    void aTraceTooLargeToViewIsRemarkedOn()
    {
        const Written written = write(kSparseTrace<kMostViewable + 1>);
        QVERIFY(written.failures.empty());
        QCOMPARE(written.remarks.size(), 1U);
        const QString sentence = QString::fromStdString(written.remarks.front().english());
        QVERIFY2(sentence.startsWith(path() + QStringLiteral(" has 500 MB: ")), qUtf8Printable(sentence));
    }

    void anyOtherIsNot()
    {
        const Written written = write(kSparseTrace<kMostViewable>);
        QVERIFY(written.failures.empty());
        QVERIFY(written.remarks.empty());
    }

    void chromeTracesAreLookedAt()
    {
        for (const OutputKind& kind : outputKinds())
            if (kind.option == std::string_view("--trace") && kind.ending == std::string_view("json")) {
                QVERIFY(kind.remark == remarkOnTraceFile);
                return;
            }
        QFAIL("there is no such kind");
    }

private:
    QString path() const { return m_folder.filePath(QStringLiteral("trace.json")); }
    Written write(const OutputKind& kind) const
    {
        const SyntheticSpec spec{};
        Command command;
        command.outputs.files.push_back({&kind, path().toStdString()});
        return writeOutputs(command,
                            {runOf(syntheticTrace(spec), syntheticExperiment(spec), spec.seconds, 2)});
    }

    QTemporaryDir m_folder;
};

QTEST_MAIN(OutputsTest)
#include "outputs_test.moc"
