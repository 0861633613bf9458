#include <QTest>

#include "lab/run/registry.h"
#include "support/made_up_run.h"
#include "support/synthetic_trace.h"
#include "text/experiment_words.h"
#include "text/language.h"

namespace threadscape {

class ExperimentWordsTest final : public QObject {
    Q_OBJECT

    static SettingChange change(std::int64_t atNs, const char* setting, SettingValue from, SettingValue to)
    {
        return {.atNs = atNs, .setting = setting, .from = std::move(from), .to = std::move(to)};
    }

private slots:
    void initTestCase() { installLanguage(); }

    void aCaptionTellsWhatWasChangedAndWhen()
    {
        const std::shared_ptr<Experiment> cores = std::move(*makeExperiment("cores"));
        cores->setting("threads")->assign(std::int64_t{2}); // as at the end
        const auto run = samples::withResult(
            samples::runOf(samples::syntheticTrace(), cores, 3, 2), [](RunResult& result) {
                result.preset = "notes";
                result.settingsAtStart = {{"threads", std::int64_t{8}}, {"seconds", 3.0}};
                result.settings = {{"threads", std::int64_t{2}}, {"seconds", 3.0}};
                result.changes = {change(1'000'000'000, "threads", std::int64_t{8}, std::int64_t{16}),
                                  change(1'500'000'000, "speed", 1.0, 0.5),
                                  change(2'000'000'000, "threads", std::int64_t{16}, std::int64_t{2})};
            });
        const QString caption = captionInWords(*run);
        QVERIFY2(caption.contains(QStringLiteral("8 threads, Threads: 8, from 1 s 16, from 2 s 2, "
                                                 "Speed: 1×, from 1.5 s 0.5×;")),
                 qPrintable(caption));
        QVERIFY(!caption.contains(QStringLiteral("2 threads")));
    }

    void aChangedSpeedIsTold()
    {
        const auto bank = std::move(*makeExperiment("bank"));
        QCOMPARE(moveInWords(*bank, "speed", "1", "0.5"), QStringLiteral("Speed 1× → 0.5×"));
        QCOMPARE(moveInWords(*bank, "withdrawers", "10", "20"), QStringLiteral("Withdrawers 10 → 20"));
        QCOMPARE(moveInWords(*bank, "unknown", "", "20"), QStringLiteral("unknown 20"));
    }
};

} // namespace threadscape

QTEST_GUILESS_MAIN(threadscape::ExperimentWordsTest)
#include "experiment_words_test.moc"
