#include "text/language.h"
#include "text/language_change.h"
#include "text/texts.h"

#include <QTest>

namespace threadscape {

/// The language of texts and numbers, changed while the program runs. The system's is Russian here.
class LanguageTest final : public QObject {
    Q_OBJECT

private slots:
    void cleanup() { installLanguage(Language::english); }

    void pluralsHaveThreeForms_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<QString>("words");
        QTest::newRow("none") << 0 << QStringLiteral("0 ядер");
        QTest::newRow("one") << 1 << QStringLiteral("1 ядро");
        QTest::newRow("few") << 3 << QStringLiteral("3 ядра");
        QTest::newRow("many") << 12 << QStringLiteral("12 ядер");
        QTest::newRow("as one") << 21 << QStringLiteral("21 ядро");
        QTest::newRow("thousands") << 4000 << QStringLiteral("4\u00A0000 ядер");
    }
    void pluralsHaveThreeForms()
    {
        QFETCH(int, count);
        QFETCH(QString, words);
        installLanguage(Language::russian);
        QCOMPARE(inWords(Text(TS_PLURAL("ExperimentWords", "%n cores")).count(count)), words);
    }

    void numbersAndTimesFollow()
    {
        installLanguage(Language::russian);
        QCOMPARE(durationInWords(2'500'000'000), QStringLiteral("2,5 с"));
        QCOMPARE(numberInWords(400000), QStringLiteral("400\u00A0000"));
        installLanguage(Language::english);
        QCOMPARE(durationInWords(2'500'000'000), QStringLiteral("2.5 s"));
        QCOMPARE(numberInWords(400000), QStringLiteral("400,000"));
    }

    void namesAreTranslatedWithTheirNumbers()
    {
        installLanguage(Language::russian);
        QCOMPARE(nameInWords("Withdrawer 7"), QStringLiteral("Получатель 7"));
        QCOMPARE(nameInWords("Thread-12"), QStringLiteral("Поток-12"));
        QCOMPARE(nameInWords("Account"), QStringLiteral("Счёт"));
        QCOMPARE(nameInWords("a name that nobody marked 3"), QStringLiteral("a name that nobody marked 3"));
        QCOMPARE(nameInWords("42"), QStringLiteral("42"));
        QCOMPARE(nameInWords(""), QString());
        installLanguage(Language::english);
        QCOMPARE(nameInWords("Withdrawer 7"), QStringLiteral("Withdrawer 7"));
    }

    void theSystemsLanguageIsFollowed()
    {
        installLanguage(Language::system);
        QCOMPARE(spokenLanguage(), Language::russian);
        QCOMPARE(durationInWords(2'000'000'000), QStringLiteral("2 с"));
        installLanguage(Language::english);
        QCOMPARE(spokenLanguage(), Language::english);
    }

    void widgetsAreToldAtOnceAsLongAsTheyLive()
    {
        int told = 0;
        {
            QWidget window;
            auto* part = new QWidget(&window);
            onLanguageChange(part, [&] { ++told; });
            QCOMPARE(told, 1);
            installLanguage(Language::russian);
            QVERIFY(told > 1);
        }
        const int before = told;
        installLanguage(Language::english);
        QCOMPARE(told, before);
    }
};

} // namespace threadscape

int main(int argc, char** argv)
{
    qputenv("LC_ALL", "ru_RU.UTF-8");
    qputenv("LANGUAGE", "ru_RU");
    QApplication application(argc, argv);
    threadscape::LanguageTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "language_test.moc"
