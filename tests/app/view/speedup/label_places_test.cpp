#include "view/speedup/label_places.h"

#include <QTest>
#include <algorithm>
#include <random>

using namespace threadscape;

class LabelPlacesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void labelsStandWhereTheyWish();
    void neighboursShareWhatTheyLack();
    void labelsStayInside();
    void thoseOfTheHighestRankGoFirst();
    void anyWishesAreKeptApartAndInOrder();
    void wordsStandWhereTheyCoverNothing();
    void dotsLieCloseTogether();
};

void LabelPlacesTest::labelsStandWhereTheyWish()
{
    const LabelWish wishes[] = {{80, 12}, {20, 12}, {50, 20}};
    const auto places = stackedLabels(wishes, 0, 100, 2);
    QCOMPARE(places[0], std::optional(80.0));
    QCOMPARE(places[1], std::optional(20.0));
    QCOMPARE(places[2], std::optional(50.0));
    QVERIFY(stackedLabels({}, 0, 100, 2).empty());
}

void LabelPlacesTest::neighboursShareWhatTheyLack()
{
    const LabelWish wishes[] = {{50, 10}, {50, 10}};
    const auto places = stackedLabels(wishes, 0, 100, 2);
    QCOMPARE(places[0], std::optional(44.0)); // equal wishes keep their order
    QCOMPARE(places[1], std::optional(56.0));
}

void LabelPlacesTest::labelsStayInside()
{
    const LabelWish wishes[] = {{99, 10}, {98, 10}, {-20, 10}};
    const auto places = stackedLabels(wishes, 0, 100, 0);
    QCOMPARE(places[0], std::optional(95.0));
    QCOMPARE(places[1], std::optional(85.0));
    QCOMPARE(places[2], std::optional(5.0));
}

void LabelPlacesTest::thoseOfTheHighestRankGoFirst()
{
    const LabelWish wishes[] = {{10, 10, 1}, {12, 10, 0}, {14, 10, 1}, {16, 10, 0}};
    const auto places = stackedLabels(wishes, 0, 30, 0);
    QVERIFY(places[0] && places[1] && !places[2] && places[3]);
    const auto none = stackedLabels(wishes, 0, 5, 0);
    QVERIFY(std::ranges::none_of(none, [](const auto& place) { return place.has_value(); }));
}

void LabelPlacesTest::anyWishesAreKeptApartAndInOrder()
{
    std::mt19937 random(1);
    for (int round = 0; round < 500; ++round) {
        std::uniform_real_distribution<double> middle(-20, 220);
        std::uniform_real_distribution<double> height(8, 24);
        std::vector<LabelWish> wishes(static_cast<std::size_t>(round % 9));
        for (LabelWish& wish : wishes)
            wish = {middle(random), height(random)};
        std::ranges::sort(wishes, {}, &LabelWish::middle);
        const auto places = stackedLabels(wishes, 0, 220, 1);
        double foot = 0;
        for (std::size_t i = 0; i < wishes.size(); ++i) {
            QVERIFY(places[i].has_value());
            QVERIFY(*places[i] - wishes[i].height / 2 >= foot - 1e-9);
            foot = *places[i] + wishes[i].height / 2 + 1;
        }
        QVERIFY(foot - 1 <= 220 + 1e-9);
    }
}

void LabelPlacesTest::wordsStandWhereTheyCoverNothing()
{
    const Box left{0, 0, 10, 10};
    const Box right{50, 0, 10, 10};
    const Box middle{20, 0, 10, 10};
    const Box all[] = {left, middle, right};
    const Dot dots[] = {{5, 5}, {25, 5}, {26, 5}};
    QVERIFY(freePlace(all, dots, {}) == (FreePlace{right, 0}));
    const Box taken[] = {{55, 5, 20, 20}};
    QVERIFY(freePlace(all, dots, taken) == (FreePlace{left, 1})); // it covers less than the middle
    const Box everywhere[] = {{-10, -10, 100, 100}};
    QVERIFY(!freePlace(all, dots, everywhere));
    QVERIFY(!freePlace({}, dots, {}));
}

void LabelPlacesTest::dotsLieCloseTogether()
{
    std::vector<Dot> dots;
    addDots(dots, {0, 0}, {30, 40}, 5);
    QCOMPARE(dots.size(), std::size_t{11});
    QCOMPARE(dots.front().x, 0.0);
    QCOMPARE(dots.back().y, 40.0);
    addDots(dots, {1, 1}, {1, 1}, 5);
    QCOMPARE(dots.size(), std::size_t{13});
}

QTEST_APPLESS_MAIN(LabelPlacesTest)
#include "label_places_test.moc"
