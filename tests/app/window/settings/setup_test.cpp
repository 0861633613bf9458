#include <QSignalSpy>
#include <QTest>

#include "window/settings/settings_panel.h"
#include "window/settings/setup.h"

namespace threadscape {

class SetupTest final : public QObject {
    Q_OBJECT

private slots:
    void beginsWithTheFirstPreset()
    {
        Setup setup;
        setup.choose("bank");
        QCOMPARE(setup.preset(), std::string("lecture"));
        QVERIFY(setup.value("work_ms") == SettingValue(std::int64_t{20}));
        QVERIFY(!setup.anyMoved());
    }

    void anUnknownExperimentChangesNothing()
    {
        Setup setup;
        setup.choose("bank");
        QSignalSpy chosen(&setup, &Setup::chosen);
        setup.choose("nobody");
        QCOMPARE(chosen.count(), 0);
        QCOMPARE(setup.experiment().id(), std::string("bank"));
    }

    void movesAndResets()
    {
        Setup setup;
        setup.choose("bank");
        QSignalSpy moved(&setup, &Setup::settingMoved);
        QVERIFY(setup.set("notify", std::string("one")));
        QVERIFY(setup.moved("notify"));
        QCOMPARE(setup.request().settings.at("notify"), std::string("one"));
        setup.reset("notify");
        QVERIFY(!setup.moved("notify"));
        QVERIFY(setup.request().settings.empty());
        QCOMPARE(moved.count(), 2);
    }

    void refusesWhatIsNotAllowed()
    {
        Setup setup;
        setup.choose("bank");
        QVERIFY(!setup.set("depositors", std::int64_t{65}));
        QVERIFY(!setup.anyMoved());
    }

    void tellsABrokenRule()
    {
        Setup setup;
        setup.choose("bank");
        QVERIFY(setup.set("deposit_min", std::int64_t{20}));
        QVERIFY(setup.brokenRule());
        setup.reset("deposit_min");
        QVERIFY(!setup.brokenRule());
    }

    void aPresetTakesEverythingBack()
    {
        Setup setup;
        setup.choose("bank");
        QVERIFY(setup.set("deposit_min", std::int64_t{7}));
        setup.setSpeed(3);
        setup.applyPreset("notes");
        QVERIFY(!setup.anyMoved());
        QCOMPARE(setup.speed(), 1.0);
        QVERIFY(setup.value("work_ms") == SettingValue(std::int64_t{1}));
    }

    void whatIsSavedComesBack()
    {
        Setup setup;
        setup.choose("bank");
        setup.applyPreset("one-wake-up");
        QVERIFY(setup.set("withdrawers", std::int64_t{3}));
        setup.setSpeed(0.5);
        Setup again;
        again.choose("bank", setup.saved());
        QCOMPARE(again.preset(), std::string("one-wake-up"));
        QVERIFY(again.value("withdrawers") == SettingValue(std::int64_t{3}));
        QVERIFY(again.value("notify") == SettingValue(std::string("one")));
        QCOMPARE(again.speed(), 0.5);
    }

    void whatIsNotValidAnyMoreIsLeftOut()
    {
        Setup setup;
        setup.choose("bank",
                     {"no-such-preset", {{"depositors", "900"}, {"gone", "1"}, {"withdrawers", "4"}}, 900.0});
        QCOMPARE(setup.preset(), std::string("lecture"));
        QVERIFY(!setup.moved("depositors"));
        QVERIFY(setup.moved("withdrawers"));
        QVERIFY(setup.speed() <= Setup::kMaxSpeed);
    }

    void theFirstSettingsShownHaveSomethingOfEachGroup()
    {
        Setup setup;
        setup.choose("bank");
        const auto shown = settingsShownFirst(setup.experiment(), SettingsPanel::kShown);
        QCOMPARE(shown.size(), SettingsPanel::kShown);
        for (const char* name : {"depositors", "withdrawers", "notify", "seconds"})
            QVERIFY2(std::find(shown.begin(), shown.end(), name) != shown.end(), name);
    }
};

} // namespace threadscape

QTEST_GUILESS_MAIN(threadscape::SetupTest)
#include "setup_test.moc"
