#include <memory> // first: moc 6.4 cannot parse <concepts> as the first standard header

#include "view/lanes/lane_layout.h"

#include <QTest>

using namespace threadscape;

namespace {

using Row = LaneLayout::Row;

constexpr LaneSizes kSizes{
    .heading = 20, .closePitch = 8, .namedPitch = 12, .mostPitch = 30, .mostPitchOfFew = 56, .gap = 2};
const QRectF kArea(100, 50, 800, 400);

LaneRows group(const std::string& name, int lanes, TrackId firstTrack)
{
    LaneRows rows{name, {}};
    for (int i = 0; i < lanes; ++i)
        rows.rows.push_back({"Lane " + std::to_string(i + 1), static_cast<TrackId>(firstTrack + i)});
    return rows;
}

/// One group of that many lanes, with a heading.
LaneLayout::Input input(int lanes, const QRectF& area = kArea)
{
    LaneLayout::Input input;
    if (lanes > 0)
        input.lanes = LaneList::of({group("Workers", lanes, 0)}, {}, false, false);
    input.sizes = kSizes;
    input.area = area;
    return input;
}

LaneLayout scrolledTo(LaneLayout::Input input, double scroll)
{
    input.scroll = scroll;
    return LaneLayout(std::move(input));
}

bool isLane(const Row& row)
{
    return row.kind == Row::Kind::lane || row.kind == Row::Kind::core;
}

/// Of all kinds: groups with and without a heading, cores, a lane that has not begun.
LaneLayout::Input mixedInput(int lanes, double areaHeight)
{
    LaneLayout::Input mixed = input(0, QRectF(100, 50, 800, areaHeight));
    LaneRows waiting = group("Late", 2, 30'000);
    waiting.rows.back().track = kNoTrack;
    mixed.lanes = LaneList::of({group("", lanes, 0), group("Workers", lanes, 10'000), waiting},
                               group("Cores", 4, 40'000), true, true);
    return mixed;
}

} // namespace

class LaneLayoutTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void noLanes();
    void oneLaneIsFat();
    void manyAreLessFat();
    void lanesFillTheArea();
    void whatDoesNotFitIsScrolled();
    void lanesGetCloseBeforeTheyAreScrolled();
    void aFileShowsAllOfThem();
    void coresStandBelow_data();
    void coresStandBelow();
    void noHeightIsNoTrouble();
    void rowsAreInOrderAndApart_data();
    void rowsAreInOrderAndApart();
    void everyRowIsFoundAtItsPlace_data() { rowsAreInOrderAndApart_data(); }
    void everyRowIsFoundAtItsPlace();
    void betweenLanesTheNearestIsMet();
    void aLaneIsFoundByItsTrack();
    void aGroupIsScrolledTo();
    void halfALaneIsNotWhole();
    void heightsFollowFromLanesAndHeadings();
    void theSameInputIsTheSame();
};

void LaneLayoutTest::noLanes()
{
    for (const bool shrink : {false, true}) {
        LaneLayout::Input none = input(0);
        none.shrink = shrink;
        const LaneLayout layout(none);
        QVERIFY(layout.rows().empty());
        QCOMPARE(layout.hiddenHeight(), 0.0);
        QCOMPARE(layout.clampedScroll(50), 0.0);
        QCOMPARE(layout.fittingPitch(), kArea.height());
        QVERIFY(layout.threadsRect().isNull());
        QVERIFY(layout.laneAt(100) == nullptr);
        QVERIFY(layout.laneOf(0) == nullptr);
        QVERIFY(layout.coresHeading() == nullptr);
        QCOMPARE(layout.scrollTo(0), 0.0);
    }
    QVERIFY(LaneLayout().rows().empty());
}

void LaneLayoutTest::oneLaneIsFat()
{
    const LaneLayout layout(input(1));
    QCOMPARE(layout.rows().size(), std::size_t{2});
    QCOMPARE(layout.rows()[0].kind, Row::Kind::heading);
    QCOMPARE(layout.rows()[0].rect, QRectF(100, 50, 800, 20));
    QCOMPARE(layout.rows()[1].kind, Row::Kind::lane);
    QCOMPARE(layout.rows()[1].rect, QRectF(100, 71, 800, 54)); // half of the gap on each side
    QCOMPARE(layout.threadsRect(), layout.rows()[1].rect);
}

void LaneLayoutTest::manyAreLessFat()
{
    QCOMPARE(LaneLayout(input(6)).rows()[1].rect.height(), 54.0);
    QCOMPARE(LaneLayout(input(7)).rows()[1].rect.height(), 28.0);
}

void LaneLayoutTest::lanesFillTheArea()
{
    const LaneLayout layout(input(15)); // 380 px for 15: 25 each, and 5 are left
    QCOMPARE(layout.rows()[1].rect.height(), 23.0);
    QCOMPARE(layout.rows().back().rect.bottom(), 50.0 + 20 + 15 * 25 - 1);
    QCOMPARE(layout.hiddenHeight(), 0.0);
}

void LaneLayoutTest::whatDoesNotFitIsScrolled()
{
    const LaneLayout top(input(1000));
    const double hidden = 20 + 1000 * 12 - 1 - 400;
    QCOMPARE(top.hiddenHeight(), hidden);
    QCOMPARE(top.rows()[1].rect.height(), 10.0);
    QVERIFY(top.isFullyVisible(top.rows().front()) && !top.isVisible(top.rows().back()));
    QCOMPARE(top.clampedScroll(-1), 0.0);
    QCOMPARE(top.clampedScroll(40), 40.0);
    QCOMPARE(top.clampedScroll(1e9), hidden);

    const LaneLayout foot = scrolledTo(input(1000), hidden);
    QCOMPARE(foot.hiddenHeight(), hidden); // however far it is scrolled
    QCOMPARE(foot.rows().back().rect.bottom(), kArea.bottom());
    QVERIFY(foot.isFullyVisible(foot.rows().back()) && !foot.isVisible(foot.rows().front()));
    QCOMPARE(foot.rows().size(), top.rows().size());
    for (std::size_t i = 0; i < top.rows().size(); ++i)
        QCOMPARE(foot.rows()[i].rect, top.rows()[i].rect.translated(0, -hidden));
}

void LaneLayoutTest::lanesGetCloseBeforeTheyAreScrolled()
{
    LaneLayout::Input forty = input(40); // 9.5 px each
    QVERIFY(LaneLayout(forty).hiddenHeight() > 0);
    forty.close = true;
    const LaneLayout close(forty);
    QCOMPARE(close.hiddenHeight(), 0.0);
    QVERIFY(close.rows().back().rect.bottom() <= kArea.bottom());
    QVERIFY(close.rows().back().rect.bottom() > kArea.bottom() - 2); // every fraction is used
    forty = input(60);
    forty.close = true;
    QVERIFY(LaneLayout(forty).hiddenHeight() > 0);
}

void LaneLayoutTest::aFileShowsAllOfThem()
{
    for (const int lanes : {1, 15, 40, 1000}) {
        LaneLayout::Input file = input(lanes);
        file.shrink = true;
        file.scroll = 77; // of the window
        const LaneLayout layout(file);
        QCOMPARE(layout.hiddenHeight(), 0.0);
        QCOMPARE(layout.rows().front().rect.top(), kArea.top());
        for (const Row& row : layout.rows())
            QVERIFY(layout.isFullyVisible(row) && row.rect.height() > 0);
    }
}

void LaneLayoutTest::coresStandBelow_data()
{
    QTest::addColumn<int>("cores");
    QTest::addColumn<bool>("open");
    QTest::addColumn<bool>("folds");
    QTest::addColumn<bool>("heading");
    QTest::addColumn<int>("lanes");
    QTest::newRow("open, to be closed") << 2 << true << true << true << 2;
    QTest::newRow("open for good") << 2 << true << false << true << 2;
    QTest::newRow("closed, to be opened") << 2 << false << true << true << 0;
    QTest::newRow("closed for good") << 2 << false << false << false << 0;
    QTest::newRow("nothing is known of them") << 0 << true << true << false << 0;
}

void LaneLayoutTest::coresStandBelow()
{
    QFETCH(const int, cores);
    QFETCH(const bool, open);
    QFETCH(const bool, folds);
    QFETCH(const bool, heading);
    QFETCH(const int, lanes);
    LaneLayout::Input with = input(3);
    with.lanes = LaneList::of({group("Workers", 3, 0)}, group("Cores", cores, 100), open, folds);
    const LaneLayout layout(with);
    QCOMPARE(layout.coresHeading() != nullptr, heading);
    QCOMPARE(layout.rows().size(), static_cast<std::size_t>(4 + (heading ? 1 : 0) + lanes));
    QCOMPARE(with.lanes.lanes(), static_cast<std::size_t>(3 + lanes));
    for (int core = 0; core < lanes; ++core) {
        const Row* row = layout.coreOf(static_cast<TrackId>(100 + core));
        QVERIFY(row != nullptr && row->kind == Row::Kind::core);
        QCOMPARE(row->index, static_cast<std::size_t>(core));
        QVERIFY(row->rect.top() > layout.coresHeading()->rect.bottom());
        QVERIFY(layout.laneOf(row->track) == nullptr); // of a thread
        QVERIFY(!layout.threadsRect().intersects(row->rect));
    }
    QVERIFY(!heading || layout.coresHeading()->rect.top() > layout.threadsRect().bottom());
}

void LaneLayoutTest::noHeightIsNoTrouble()
{
    for (const bool shrink : {false, true})
        for (const bool close : {false, true}) {
            LaneLayout::Input flat = mixedInput(5, 0);
            flat.shrink = shrink;
            flat.close = close;
            const LaneLayout layout(flat);
            QCOMPARE(layout.rows().size(), flat.lanes.lanes() + flat.lanes.headings());
            for (const Row& row : layout.rows())
                QVERIFY(std::isfinite(row.rect.top()) && row.rect.height() >= 0);
            QCOMPARE(layout.hiddenHeight() > 0, !shrink);
        }
}

void LaneLayoutTest::rowsAreInOrderAndApart_data()
{
    QTest::addColumn<int>("lanes");
    QTest::addColumn<double>("height");
    QTest::addColumn<double>("scroll");
    QTest::addColumn<bool>("close");
    QTest::addColumn<bool>("shrink");
    for (const int lanes : {0, 1, 7, 333})
        for (const double height : {0.0, 1.0, 123.0, 900.0})
            for (const double scroll : {0.0, 17.0, 1000.5})
                for (const bool close : {false, true})
                    for (const bool shrink : {false, true})
                        QTest::addRow("%d lanes in %g px, scrolled by %g%s%s", lanes, height, scroll,
                                      close ? ", close" : "", shrink ? ", shrunk" : "")
                            << lanes << height << scroll << close << shrink;
}

void LaneLayoutTest::rowsAreInOrderAndApart()
{
    QFETCH(const int, lanes);
    QFETCH(const double, height);
    QFETCH(const double, scroll);
    LaneLayout::Input mixed = mixedInput(lanes, height);
    mixed.scroll = scroll;
    QFETCH(const bool, close);
    QFETCH(const bool, shrink);
    mixed.close = close;
    mixed.shrink = shrink;
    const LaneLayout layout(mixed);
    QCOMPARE(layout.rows().size(), mixed.lanes.lanes() + mixed.lanes.headings());
    for (std::size_t i = 1; i < layout.rows().size(); ++i) {
        const Row& above = layout.rows()[i - 1];
        const Row& below = layout.rows()[i];
        QVERIFY(above.rect.bottom() <= below.rect.top() + 1e-6);
        QVERIFY(above.kind != Row::Kind::lane || below.kind != Row::Kind::lane || above.group < below.group ||
                above.index + 1 == below.index);
    }
    for (const Row& row : layout.rows()) {
        QCOMPARE(row.rect.left(), 100.0);
        QCOMPARE(row.rect.width(), 800.0);
    }
}

void LaneLayoutTest::everyRowIsFoundAtItsPlace()
{
    QFETCH(const int, lanes);
    QFETCH(const double, height);
    QFETCH(const double, scroll);
    LaneLayout::Input mixed = mixedInput(lanes, height);
    mixed.scroll = scroll;
    QFETCH(const bool, close);
    QFETCH(const bool, shrink);
    mixed.close = close;
    mixed.shrink = shrink;
    const LaneLayout layout(mixed);
    for (const Row& row : layout.rows()) {
        const Row* found = layout.laneAt(row.rect.center().y());
        if (!isLane(row))
            QVERIFY(found == nullptr || row.rect.height() == 0);
        else if (row.rect.height() > 0)
            QCOMPARE(found, &row);
    }
}

void LaneLayoutTest::betweenLanesTheNearestIsMet()
{
    const LaneLayout layout(input(3));
    const Row& first = layout.rows()[1];
    const Row& second = layout.rows()[2];
    const double between = (first.rect.bottom() + second.rect.top()) / 2;
    QVERIFY(layout.laneAt(between) == nullptr);
    QCOMPARE(layout.laneAt(between, 1), &first); // the upper of two
    QCOMPARE(layout.laneAt(between + 0.5, 1), &second);
    QVERIFY(layout.laneAt(first.rect.top() - 5, 1) == nullptr); // in the heading
    QCOMPARE(layout.laneAt(first.rect.top() - 1, 1), &first);   // at its foot
    QVERIFY(layout.laneAt(layout.rows().back().rect.bottom() + 2, 1) == nullptr);
    QVERIFY(layout.laneAt(kArea.top() - 1, 1) == nullptr);
}

void LaneLayoutTest::aLaneIsFoundByItsTrack()
{
    const LaneLayout layout(mixedInput(20, 900));
    std::size_t found = 0;
    for (TrackId track = 0; track < kNoTrack; ++track) {
        const Row* row = layout.laneOf(track) != nullptr ? layout.laneOf(track) : layout.coreOf(track);
        if (row == nullptr)
            continue;
        QCOMPARE(row->track, track);
        ++found;
    }
    QCOMPARE(found, std::size_t{20 + 20 + 1 + 4});
    QVERIFY(layout.laneOf(kNoTrack) == nullptr); // though a lane has not begun
    QVERIFY(layout.coreOf(kNoTrack) == nullptr);
}

void LaneLayoutTest::aGroupIsScrolledTo()
{
    const LaneLayout::Input mixed = mixedInput(100, 300);
    for (const double scroll : {0.0, 500.0}) {
        const LaneLayout layout = scrolledTo(mixed, scroll);
        QCOMPARE(layout.scrollTo(0), 0.0); // it has no heading
        QCOMPARE(layout.scrollTo(9), 0.0);
        const double to = layout.scrollTo(1);
        QCOMPARE(to, 100.0 * 12);
        const LaneLayout there = scrolledTo(mixed, to);
        QCOMPARE(there.headingOf(1)->rect.top(), there.area().top());
        QVERIFY(layout.scrollTo(2) > to);
    }
}

void LaneLayoutTest::halfALaneIsNotWhole()
{
    const LaneLayout layout = scrolledTo(input(1000), 27);
    const Row& half = layout.rows()[1];
    QVERIFY(layout.isVisible(half) && !layout.isFullyVisible(half));
    QVERIFY(layout.isFullyVisible(layout.rows()[2]));
}

void LaneLayoutTest::heightsFollowFromLanesAndHeadings()
{
    const LaneList few = input(6).lanes;
    const LaneList many = mixedInput(20, 0).lanes;
    QCOMPARE(kSizes.mostPitchOf(few), 56.0);
    QCOMPARE(kSizes.mostPitchOf(many), 30.0);
    QCOMPARE(kSizes.heightAt(12, few), 20.0 + 6 * 12);
    QCOMPARE(kSizes.heightAt(8, many, 5), 5.0 + 3 * 20 + 46 * 8);
    QCOMPARE(kSizes.heightAt(8, {}), 0.0);
    // In that height they are no longer scrolled.
    LaneLayout::Input forty = input(40);
    forty.area.setHeight(kSizes.heightAt(kSizes.namedPitch, forty.lanes));
    QCOMPARE(LaneLayout(forty).hiddenHeight(), 0.0);
    forty.area.setHeight(forty.area.height() - 2);
    QVERIFY(LaneLayout(forty).hiddenHeight() > 0);
}

void LaneLayoutTest::theSameInputIsTheSame()
{
    const LaneLayout::Input mixed = mixedInput(20, 900);
    QVERIFY(mixed == mixedInput(20, 900));
    QVERIFY(!(mixed == mixedInput(21, 900)));
    QVERIFY(!(mixed == mixedInput(20, 901)));
    LaneLayout::Input begun = mixed;
    begun.lanes.groups.back().tracks.back() = 7;
    QVERIFY(!(mixed == begun)); // as many lanes, but one has its track now
}

QTEST_APPLESS_MAIN(LaneLayoutTest)
#include "lane_layout_test.moc"
