#include "view/lanes/memoized.h"

#include <QTest>
#include <string>

using namespace threadscape;

class MemoizedTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itIsMadeWhenTheKeyIsAnother()
    {
        Memoized<std::string, std::size_t> length;
        const auto of = [&](const std::string& key) {
            return length.of(key, [](const std::string& made) { return made.size(); });
        };
        QCOMPARE(length.made(), std::int64_t{0});
        QCOMPARE(of(""), std::size_t{0}); // the first time, whatever the key
        QCOMPARE(length.made(), std::int64_t{1});
        for (int i = 0; i < 3; ++i)
            QCOMPARE(of("lane"), std::size_t{4});
        QCOMPARE(length.made(), std::int64_t{2});
        QCOMPARE(of(""), std::size_t{0}); // only the last one is cached
        QCOMPARE(length.made(), std::int64_t{3});
    }

    void whatIsKeptStaysWhereItIs()
    {
        Memoized<int, std::string> words;
        const auto make = [](int) { return std::string("words"); };
        const std::string* const first = &words.of(1, make);
        QCOMPARE(&words.of(1, make), first);
    }
};

QTEST_APPLESS_MAIN(MemoizedTest)
#include "memoized_test.moc"
