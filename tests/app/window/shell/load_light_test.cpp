#include <memory> // first: moc 6.4 cannot parse <concepts> as the first standard header

#include "text/language.h"
#include "window/shell/load_light.h"
#include "window/shell/main_window.h"

#include <QTest>

using namespace threadscape;

/// How busy the machine is, in the status line.
class LoadLightTest final : public QObject {
    Q_OBJECT

    static bool isFilled(LoadLight& light)
    {
        const QImage dot = light.findChild<QWidget*>(QStringLiteral("bulb"))->grab().toImage();
        return dot.pixelColor(dot.width() / 2, dot.height() / 2) ==
               light.palette().color(QPalette::WindowText);
    }

private Q_SLOTS:
    void initTestCase() { installLanguage(); }

    void saysHowBusyItIs()
    {
        LoadLight light;
        light.resize(light.sizeHint());
        QVERIFY(light.words().isEmpty()); // nothing is known yet
        light.setShare(0.02);
        QCOMPARE(light.words(), QStringLiteral("machine quiet"));
        QVERIFY(light.toolTip().contains(QLatin1String("2 %")));
        QVERIFY(!isFilled(light));
        light.setShare(0.35);
        QCOMPARE(light.words(), QStringLiteral("other programs: 35 % of the cores"));
        QVERIFY(light.toolTip().contains(QLatin1String("close them")));
        QCOMPARE(light.accessibleName(), light.words());
        QVERIFY(isFilled(light));
        installLanguage(Language::russian);
        QCOMPARE(light.words(), QStringLiteral("другие программы: 35\u00A0% ядер"));
        installLanguage();
    }

    void looksByItselfWhileItIsSeen()
    {
        LoadLight light;
        light.show();
        QTRY_VERIFY_WITH_TIMEOUT(!light.words().isEmpty(), 60'000);
    }

    // What a run's own threads and processes use is not others'.
    void isNotSeenDuringARun()
    {
        MainWindow window(std::nullopt);
        window.show();
        auto* const light = window.findChild<LoadLight*>();
        QVERIFY(light->isVisible());
        window.setup().choose("countdown");
        QVERIFY(window.session().start(window.setup().request()));
        QTRY_VERIFY(window.session().running());
        QTRY_VERIFY(!light->isVisible());
        window.session().stop();
        QTRY_VERIFY_WITH_TIMEOUT(!window.session().running(), 60'000);
        QTRY_VERIFY(light->isVisible());
    }
};

QTEST_MAIN(LoadLightTest)
#include "load_light_test.moc"
