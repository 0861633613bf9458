#include <memory> // first: moc 6.4 cannot parse <concepts> as the first standard header

#include "lab/run/recorded_run.h"
#include "lab/run/registry.h"
#include "text/difference_words.h"
#include "text/language.h"

#include <QTest>

using namespace threadscape;

namespace {

RecordedRun runWith(const std::shared_ptr<const Experiment>& experiment, const RunSettings& settings)
{
    Recording recording;
    RunResult& result = recording.result;
    result.experiment = experiment->id();
    result.preset = settings.preset;
    result.settingsAtStart = settings.atStart;
    result.settings = settings.atEnd;
    result.seed = settings.seed;
    result.speed = settings.speed;
    return RecordedRun(std::move(recording), experiment);
}

} // namespace

class DifferenceWordsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installLanguage(); }
    void init() { m_bank = std::move(*makeExperiment("bank")); }
    void nothingDiffers();
    void settingsAreTold();
    void aMovedSettingIsToldInOrder();
    void speedSeedAndPresetAreTold();
    void valuesThatAFileLacksAreLeftOut();

private:
    RunSettings settings() const;
    RunSettings with(const std::map<std::string, SettingValue>& changes) const;
    QString difference(const RunSettings& to) const
    {
        return differenceInWords(runWith(m_bank, settings()), to);
    }

    std::shared_ptr<const Experiment> m_bank;
};

RunSettings DifferenceWordsTest::settings() const
{
    const RunSettings::Values values = valuesOf(*m_bank);
    return {"lecture", values, values, 1, 1};
}

RunSettings DifferenceWordsTest::with(const std::map<std::string, SettingValue>& changes) const
{
    RunSettings all = settings();
    for (auto* values : {&all.atStart, &all.atEnd})
        for (auto& [name, value] : *values)
            if (const auto change = changes.find(name); change != changes.end())
                value = change->second;
    return all;
}

void DifferenceWordsTest::nothingDiffers()
{
    QCOMPARE(difference(settings()), QStringLiteral("the same settings"));
}

void DifferenceWordsTest::settingsAreTold()
{
    QCOMPARE(difference(with({{"withdrawers", std::int64_t{20}}})), QStringLiteral("withdrawers 10 → 20"));
    QCOMPARE(difference(with({{"notify", std::string("one")}, {"work_ms", std::int64_t{1500}}})),
             QStringLiteral("work with the lock held 1 ms → 1,500 ms, a deposit wakes: all → one"));
    QCOMPARE(difference(with({{"seconds", 2.5}})), QStringLiteral("time 10 s → 2.5 s"));
    const std::shared_ptr<const Experiment> deposit = std::move(*makeExperiment("deposit"));
    RunSettings before;
    before.atStart = before.atEnd = {{"lock", false}};
    RunSettings after;
    after.atStart = after.atEnd = {{"lock", true}};
    QCOMPARE(differenceInWords(runWith(deposit, before), after), QStringLiteral("with a lock: no → yes"));
}

void DifferenceWordsTest::aMovedSettingIsToldInOrder()
{
    RunSettings moved = settings();
    for (auto& [name, value] : moved.atEnd)
        if (name == "withdrawers")
            value = std::int64_t{20};
    QCOMPARE(difference(moved), QStringLiteral("withdrawers 10 → 10, then 20"));
    QCOMPARE(differenceInWords(runWith(m_bank, moved), moved), QStringLiteral("the same settings"));
}

void DifferenceWordsTest::speedSeedAndPresetAreTold()
{
    RunSettings to = settings();
    to.speed = 0.1;
    to.seed = 42;
    to.preset = "one-wake-up";
    QCOMPARE(difference(to), QStringLiteral("speed 1× → 0.1×, seed 1 → 42, preset: Lecture → One wake-up"));
}

void DifferenceWordsTest::valuesThatAFileLacksAreLeftOut()
{
    RunSettings old = settings();
    old.atStart.clear();
    QCOMPARE(difference(old), QStringLiteral("the same settings"));
}

QTEST_GUILESS_MAIN(DifferenceWordsTest)
#include "difference_words_test.moc"
