#include <memory> // first: moc 6.4 cannot parse <concepts> as the first standard header

#include "support/event_stream.h"
#include "view/lanes/unfinished_wait.h"
#include "view/series/updates.h"

#include <QTest>
#include <vector>

using namespace threadscape;

class UpdatesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whoReadTheSameLosesAllButOne();
    void oneAfterTheOtherLosesNothing();
    void theNextRoundTellsWhichOneLasted();
    void tooManyAreLeftOut();
    void aStoppedWaitIsUnfinished();
};

namespace {

class Account {
public:
    explicit Account(int workers)
    {
        for (int w = 0; w < workers; ++w)
            m_tracks.push_back(m_stream.track("Worker " + std::to_string(w + 1)));
        m_balance = m_stream.object("Balance", ObjectKind::variable);
    }

    void update(std::size_t worker, std::int64_t readNs, std::int64_t read, std::int64_t writeNs,
                std::int64_t wrote)
    {
        m_stream.take(m_stream.moment(EventKind::read, m_tracks[worker], m_balance, readNs, read));
        m_stream.take(m_stream.write(m_tracks[worker], m_balance, writeNs, wrote, ++m_writes));
    }
    UpdatesPicture picture(TimeWindow window = {0, 100'000})
    {
        m_stream.publish(100'000);
        return updatesPicture(m_stream.trace(), m_tracks, m_balance, window);
    }

private:
    EventStream m_stream;
    std::vector<TrackId> m_tracks;
    ObjectId m_balance = kNoObject;
    std::uint32_t m_writes = 0;
};

std::size_t lost(const UpdatesPicture& picture)
{
    return static_cast<std::size_t>(std::ranges::count_if(picture.updates, &Update::lost));
}

} // namespace

void UpdatesTest::whoReadTheSameLosesAllButOne()
{
    Account account(3);
    account.update(0, 10, 0, 100, 1);
    account.update(1, 12, 0, 110, 1);
    account.update(2, 14, 0, 120, 1);
    const UpdatesPicture picture = account.picture();
    QCOMPARE(picture.updates.size(), std::size_t{3});
    QCOMPARE(lost(picture), std::size_t{2});
    QVERIFY(!picture.updates.back().lost);
    QCOMPARE(picture.equal.size(), std::size_t{1});
    QCOMPARE(picture.equal[0].tracks.size(), std::size_t{3});
    QCOMPARE(picture.equal[0].fromNs, std::int64_t{10});
    QCOMPARE(picture.equal[0].toNs, std::int64_t{14});
}

void UpdatesTest::oneAfterTheOtherLosesNothing()
{
    Account account(2);
    for (int i = 0; i < 6; ++i)
        account.update(static_cast<std::size_t>(i % 2), 100 * i + 10, i, 100 * i + 90, i + 1);
    const UpdatesPicture picture = account.picture();
    QCOMPARE(picture.updates.size(), std::size_t{6});
    QCOMPARE(lost(picture), std::size_t{0});
    QVERIFY(picture.equal.empty());
    // A part of it is judged by what came after, too.
    QCOMPARE(account.picture({0, 250}).updates.size(), std::size_t{3});
    QCOMPARE(lost(account.picture({0, 250})), std::size_t{0});
}

void UpdatesTest::theNextRoundTellsWhichOneLasted()
{
    // The first to be ready reads again before the second has written: the second one's deposit is lost.
    Account account(2);
    account.update(0, 10, 0, 100, 1);
    account.update(1, 12, 0, 110, 1);
    account.update(0, 105, 1, 200, 2);
    const UpdatesPicture picture = account.picture();
    QCOMPARE(picture.updates.size(), std::size_t{3});
    QVERIFY(!picture.updates[0].lost);
    QVERIFY(picture.updates[1].lost);
    QVERIFY(!picture.updates[2].lost);
}

void UpdatesTest::tooManyAreLeftOut()
{
    Account account(1);
    for (std::size_t i = 0; i <= kMostUpdates; ++i)
        account.update(0, static_cast<std::int64_t>(100 * i + 10), 0, static_cast<std::int64_t>(100 * i + 20),
                       1);
    QVERIFY(account.picture().updates.empty());
    QVERIFY(!account.picture({0, 10'000}).updates.empty());
}

void UpdatesTest::aStoppedWaitIsUnfinished()
{
    EventStream stream;
    const TrackId track = stream.track("Withdrawer 1");
    const ObjectId condition = stream.object("Deposit made", ObjectKind::condition);
    stream.take(stream.begin(track, 0));
    Event wait = stream.wait(track, State::condition, condition, 300, 900);
    wait.high = waitDetail(kNoTrack, WaitEnd::stopped);
    stream.take(stream.wait(track, State::condition, condition, 120, 200));
    stream.take(wait);
    Event box = stream.operation(track, "withdraw", 100, 905);
    box.high = static_cast<std::uint32_t>(-26);
    box.head = Event::headOf(box.kind(), box.slot(), 1);
    stream.take(box);
    stream.take(stream.end(track, 910));
    stream.publish(1'000);
    const auto found = unfinishedWait(LaneView(stream.trace(), *stream.trace().snapshot(), track));
    QVERIFY(found.has_value());
    QCOMPARE(found->sinceNs, std::int64_t{100}); // of the operation: it waited twice for one thing
    QCOMPARE(found->untilNs, std::int64_t{900});
    QCOMPARE(found->number.value(), -26);

    EventStream served;
    const TrackId other = served.track("Withdrawer 2");
    served.take(served.begin(other, 0));
    served.take(served.wait(other, State::condition, served.object("C", ObjectKind::condition), 300, 900));
    served.take(served.end(other, 910));
    served.publish(1'000);
    QVERIFY(!unfinishedWait(LaneView(served.trace(), *served.trace().snapshot(), other)));
}

QTEST_APPLESS_MAIN(UpdatesTest)
#include "updates_test.moc"
