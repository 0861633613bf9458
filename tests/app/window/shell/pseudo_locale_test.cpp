#include "window/shell/main_window.h"

#include "app/text/pseudo_translator.h"
#include "app/window/shell/text_walk.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace threadscape {

namespace {

constexpr int kCeilingMs = 30000;

// Names of languages and of classes stand in every language; a name may have a number behind it: "[Worker~~] 2".
bool isCovered(const QString& text)
{
    static const QStringList same{QStringLiteral("Threadscape"), QStringLiteral("English"),
                                  QStringLiteral("Русский"), QStringLiteral("Lock"), QStringLiteral("RLock")};
    static const QRegularExpression named(QStringLiteral("^\\[[^\\]]+\\][ -]\\d+$"));
    return same.contains(text) || PseudoTranslator::covers(text) || named.match(text).hasMatch();
}

QStringList escaped(const QWidget& window)
{
    return TextWalk(isCovered).over(window);
}

} // namespace

class PseudoLocaleTest final : public QObject {
    Q_OBJECT

    PseudoTranslator m_pseudo;

    // A caption names the machine, as the system does.
    static QStringList captionless(QStringList texts)
    {
        texts.removeIf([](const QString& text) { return text.contains(QStringLiteral("Threadscape 0.")); });
        return texts;
    }

private slots:
    void initTestCase() { QCoreApplication::installTranslator(&m_pseudo); }
    void cleanupTestCase() { QCoreApplication::removeTranslator(&m_pseudo); }

    void noTextEscapesTheTranslators_data()
    {
        QTest::addColumn<QString>("experiment");
        for (const char* id : {"bank", "deposit", "counter"})
            QTest::newRow(id) << QString::fromLatin1(id);
    }
    void noTextEscapesTheTranslators()
    {
        QFETCH(QString, experiment);
        MainWindow window{std::nullopt};
        window.setup().choose(experiment.toStdString());
        window.show();
        QCOMPARE(escaped(window), QStringList());

        QSignalSpy frames(&window.session(), &Session::frame);
        QSignalSpy finished(&window.session(), &Session::finished);
        QTest::keyClick(window.findChild<PlotStack*>(), Qt::Key_Space);
        QTRY_VERIFY_WITH_TIMEOUT(frames.count() > 0 || finished.count() > 0, kCeilingMs);
        QCOMPARE(escaped(window), QStringList());
        window.session().stop();
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, kCeilingMs);
        QCOMPARE(escaped(window), QStringList());

        Presentation* presentation = window.present(Presentation::From::window);
        for (int step = 0; step < kPresentationSteps; ++step) {
            QCOMPARE(escaped(*presentation), QStringList());
            presentation->back();
        }
    }

    void aSentenceOfAnErrorIsTranslatedToo()
    {
        MainWindow window{std::nullopt};
        window.setup().choose("bank");
        window.show();
        QVERIFY(window.setup().set("deposit_min", std::int64_t{20}));
        QCOMPARE(escaped(window), QStringList());
    }

    // All texts that a widget was given before must be set again.
    void noTextIsKeptWhenTheLanguageChanges_data() { noTextEscapesTheTranslators_data(); }
    void noTextIsKeptWhenTheLanguageChanges()
    {
        QFETCH(QString, experiment);
        QCoreApplication::removeTranslator(&m_pseudo);
        MainWindow window{std::nullopt};
        window.setup().choose(experiment.toStdString());
        window.show();
        QSignalSpy finished(&window.session(), &Session::finished);
        for (const int runs : {1, 2}) {
            QVERIFY(window.session().start(window.setup().request()));
            window.session().stop();
            QTRY_COMPARE_WITH_TIMEOUT(finished.count(), runs, kCeilingMs);
            if (runs == 1)
                window.findChild<TopBar*>()->compare()->click();
        }
        window.findChild<Drawer*>()->toggle(Drawer::Page::locks);
        QVERIFY(!escaped(window).isEmpty()); // it is in English
        QCoreApplication::installTranslator(&m_pseudo);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LanguageChange);
        QCOMPARE(captionless(escaped(window)), QStringList());
    }

    void longTextsStillFit()
    {
        MainWindow window{std::nullopt};
        window.setup().choose("bank");
        window.show();
        QVERIFY2(window.minimumSizeHint().width() <= 1024,
                 qPrintable(QString::number(window.minimumSizeHint().width())));
        QVERIFY(window.minimumSizeHint().height() <= 700);
    }
};

} // namespace threadscape

QTEST_MAIN(threadscape::PseudoLocaleTest)
#include "pseudo_locale_test.moc"
