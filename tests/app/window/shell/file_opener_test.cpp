#include "window/shell/file_opener.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <chrono>
#include <fstream>
#include <functional>
#include <memory>

namespace threadscape {

/// Readings that nobody waits for any more.
class FileOpenerTest final : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_file = m_folder.filePath(QStringLiteral("large.json"));

    static std::chrono::steady_clock::duration timeOf(const std::function<void()>& what)
    {
        const auto from = std::chrono::steady_clock::now();
        what();
        return std::chrono::steady_clock::now() - from;
    }

private slots:
    void initTestCase()
    {
        constexpr int kSlices = 1'000'000;
        std::ofstream file(m_file.toStdString());
        file << '[';
        for (int i = 0; i < kSlices; ++i)
            file << (i > 0 ? "," : "") << R"({"ph":"X","tid":1,"ts":)" << i << R"(,"dur":1})";
        file << ']';
    }

    // What a reading takes is measured beside it, on the same busy machine.
    void areNotWaitedFor()
    {
        FileOpener whole;
        QSignalSpy opened(&whole, &FileOpener::runOpened);
        const auto reading = timeOf([&] {
            whole.open(m_file);
            whole.wait();
        });
        QCOMPARE(opened.count(), 1);

        auto given = std::make_unique<FileOpener>();
        QSignalSpy none(given.get(), &FileOpener::runOpened);
        given->open(m_file);
        const auto leaving = timeOf([&] { given.reset(); });
        QVERIFY2(leaving < reading / 2, qPrintable(QStringLiteral("%1 ms of %2 ms")
                                                       .arg(leaving / std::chrono::milliseconds(1))
                                                       .arg(reading / std::chrono::milliseconds(1))));
        QCoreApplication::processEvents();
        QCOMPARE(none.count(), 0);
    }

    void cancellingReturnsAtOnce()
    {
        FileOpener opener;
        QSignalSpy opened(&opener, &FileOpener::runOpened);
        QSignalSpy failed(&opener, &FileOpener::failed);
        opener.open(m_file);
        QVERIFY(opener.busy());
        opener.cancel();
        QVERIFY(!opener.busy());
        QCoreApplication::processEvents();
        QVERIFY(opened.isEmpty() && failed.isEmpty());
    }
};

} // namespace threadscape

QTEST_MAIN(threadscape::FileOpenerTest)
#include "file_opener_test.moc"
