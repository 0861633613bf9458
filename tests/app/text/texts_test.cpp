#include <QTest>

#include "app/text/pseudo_translator.h"
#include "lab/run/registry.h"
#include "text/experiment_words.h"
#include "text/finding_words.h"
#include "text/language.h"
#include "text/texts.h"

namespace threadscape {

class TextsTest final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { installLanguage(); }

    void argumentsStandAtTheirPlaces()
    {
        const Text text = Text(TS_TEXT("test", "%2 waited for %1"))
                              .arg(std::string("Account"))
                              .arg(std::string("Withdrawer 7"));
        QCOMPARE(inWords(text), QStringLiteral("Withdrawer 7 waited for Account"));
    }

    void percentSignsInArgumentsAreData()
    {
        const Text text = Text(TS_TEXT("test", "%1 and %2")).arg(std::string("%2")).arg(std::string("b"));
        QCOMPARE(inWords(text), QStringLiteral("%2 and b"));
    }

    void numbersAreGrouped()
    {
        QCOMPARE(inWords(Text(TS_TEXT("test", "%1 lost")).arg(400000)), QStringLiteral("400,000 lost"));
        QCOMPARE(inWords(Text(TS_TEXT("test", "%n things")).count(12345)), QStringLiteral("12,345 things"));
        QCOMPARE(inWords(Text(TS_TEXT("test", "%1")).arg(NumberArg{1234.5, 2})), QStringLiteral("1,234.50"));
    }

    void templatesInsideAreTranslatedToo()
    {
        PseudoTranslator pseudo;
        QCoreApplication::installTranslator(&pseudo);
        const QString words = inWords(Text(TS_TEXT("test", "%1 ends")).arg(TS_TEXT("test", "it")));
        QCoreApplication::removeTranslator(&pseudo);
        QCOMPARE(words, QStringLiteral("[[it~] ends~~~]"));
    }

    void pluralsFollowTheCount_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<QString>("words");
        QTest::newRow("none") << 0 << QStringLiteral("0 cores");
        QTest::newRow("one") << 1 << QStringLiteral("1 core");
        QTest::newRow("two") << 2 << QStringLiteral("2 cores");
    }
    void pluralsFollowTheCount()
    {
        QFETCH(int, count);
        QFETCH(QString, words);
        QCOMPARE(inWords(Text(TS_TEXT("ExperimentWords", "%n cores")).count(count)), words);
    }

    void durations_data()
    {
        QTest::addColumn<qint64>("ns");
        QTest::addColumn<QString>("words");
        QTest::newRow("nothing") << qint64(0) << QStringLiteral("0 s");
        QTest::newRow("ns") << qint64(412) << QStringLiteral("412 ns");
        QTest::newRow("us") << qint64(12300) << QStringLiteral("12.3 µs");
        QTest::newRow("rounded up a unit") << qint64(999600) << QStringLiteral("1 ms");
        QTest::newRow("ms") << qint64(412'400'000) << QStringLiteral("412 ms");
        QTest::newRow("s") << qint64(2'500'000'000) << QStringLiteral("2.5 s");
        QTest::newRow("many s") << qint64(3'600'000'000'000) << QStringLiteral("3,600 s");
    }
    void durations()
    {
        QFETCH(qint64, ns);
        QFETCH(QString, words);
        QCOMPARE(durationInWords(ns), words);
    }

    void numbersShowWhatTheyNeed()
    {
        QCOMPARE(numberInWords(0), QStringLiteral("0"));
        QCOMPARE(numberInWords(0.5), QStringLiteral("0.5"));
        QCOMPARE(numberInWords(0.0012345), QStringLiteral("0.001234"));
        QCOMPARE(numberInWords(123456.7), QStringLiteral("123,457"));
        QCOMPARE(numberInWords(std::nan("")), QStringLiteral("–"));
        QCOMPARE(numberInWords(0.00000123456), QStringLiteral("0.000001235"));
        QCOMPARE(numberInWords(7.8539e-8), QStringLiteral("7.854 × 10⁻⁸"));
        QCOMPARE(numberInWords(-2e-15), QStringLiteral("-2 × 10⁻¹⁵"));
    }

    // As many digits as tell two numbers apart.
    void numbersShowTheirDifference()
    {
        QCOMPARE(numberToWithin(1.0007851925466305, 0.0007851925466305), QStringLiteral("1.000785"));
        QCOMPARE(numberToWithin(1.0000000000007852, -7.852e-13), QStringLiteral("1.000000000000785"));
        QCOMPARE(numberToWithin(1, 0.0007851925466305), QStringLiteral("1"));
        QCOMPARE(numberToWithin(0, 1e-3), QStringLiteral("0"));
        QCOMPARE(numberToWithin(1.23456789, 5), QStringLiteral("1.235"));
        QCOMPARE(numberToWithin(1.23456789, 0), QStringLiteral("1.235"));
        QCOMPARE(numberToWithin(1.23456789, std::nan("")), QStringLiteral("1.235"));
        QCOMPARE(numberToWithin(1.5, 1e-300), QStringLiteral("1.5"));
    }

    void findingValues()
    {
        QCOMPARE(valueInWords({"n", {}, std::int64_t{1200}, "money"}), QStringLiteral("1,200 money"));
        QCOMPARE(valueInWords({"t", {}, 12.5, "ms"}), QStringLiteral("12.5 ms"));
        QCOMPARE(valueInWords({"b", {}, true, ""}), QStringLiteral("yes"));
        QCOMPARE(valueInWords({"l", {}, std::vector<std::string>{"a", "b"}, ""}), QStringLiteral("a, b"));
        QCOMPARE(valueInWords({"u", {}, {}, "ms"}), QStringLiteral("–"));
        QCOMPARE(valueInWords({"v", {}, 1.0007851925466305, "", Evidence::none, 0.000785}),
                 QStringLiteral("1.000785"));
    }

    void whatWillRun()
    {
        const auto setup = [](const char* id) { return setupInWords(**makeExperiment(id)); };
        QVERIFY(setup("bank").startsWith(QStringLiteral("5 depositors, 10 withdrawers, ")));
        // Lanes under one heading together, and a server's not: it has as many as there are clients.
        QVERIFY(setup("gather").startsWith(QStringLiteral("4 tasks")));
        QVERIFY(setup("blocking-call").startsWith(QStringLiteral("7 tasks, 3 s")));
        QVERIFY(setup("echo").startsWith(QStringLiteral("8 clients")));
        QCOMPARE(setup("foreign-release").section(QLatin1Char(','), 0, 0), QStringLiteral("1 stranger"));
        // A speedup has ways to compare, not so many of each.
        const QString speedup = setup("integrate");
        QVERIFY2(speedup.startsWith(QStringLiteral("threads, one interpreter lock, processes, up to ")),
                 qPrintable(speedup));
    }
};

} // namespace threadscape

QTEST_GUILESS_MAIN(threadscape::TextsTest)
#include "texts_test.moc"
