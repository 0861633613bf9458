#include <memory> // first: moc 6.4 cannot parse <concepts> as the first standard header

#include "support/event_stream.h"
#include "view/series/wait_graph.h"

#include <QTest>

using namespace threadscape;

/// Two threads that take two locks crosswise, and a third that waits behind them; all are stopped at 900.
class WaitGraphTest : public QObject {
    Q_OBJECT

    EventStream m_stream;
    std::vector<TrackId> m_tracks;
    ObjectId m_a = kNoObject;
    ObjectId m_b = kNoObject;

    WaitGraph at(std::int64_t ns)
    {
        return waitGraphAt(m_stream.trace(), *m_stream.trace().snapshot(), m_tracks, ns);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_a = m_stream.object("A", ObjectKind::lock);
        m_stream.object("C", ObjectKind::condition);
        m_b = m_stream.object("B", ObjectKind::rlock);
        for (int i = 0; i < 3; ++i) {
            m_tracks.push_back(m_stream.track("Thread-" + std::to_string(i + 1)));
            m_stream.take(m_stream.begin(m_tracks.back(), 0));
        }
        const auto stoppedWait = [&](TrackId track, ObjectId lock, std::int64_t from, std::int64_t to) {
            Event wait = m_stream.wait(track, State::lock, lock, from, to);
            wait.high = waitDetail(kNoTrack, WaitEnd::stopped);
            m_stream.take(wait);
        };
        stoppedWait(0, m_b, 300, 900);
        stoppedWait(1, m_a, 400, 905);
        stoppedWait(2, m_a, 500, 910);
        m_stream.take(m_stream.hold(0, m_a, 1, 100, 920));
        m_stream.take(m_stream.hold(1, m_b, 1, 200, 925));
        for (const TrackId track : m_tracks)
            m_stream.take(m_stream.end(track, 950));
        m_stream.publish(1000);
    }

    void itSaysWhoHoldsAndWantsWhatAtAMoment()
    {
        const WaitGraph before = at(350);
        QCOMPARE(before.locks.size(), std::size_t{2}); // a condition is no lock
        QCOMPARE(before.locks[0].holder, m_tracks[0]);
        QCOMPARE(before.locks[1].holder, m_tracks[1]);
        QCOMPARE(before.threads[0].wants, m_b);
        QCOMPARE(before.threads[1].wants, kNoObject);
        QVERIFY(before.threads[1].running);
        for (const auto& thread : before.threads)
            QVERIFY(!thread.inCircle);
    }

    void aCircleIsMarkedAndNotWhoWaitsBehindIt()
    {
        const WaitGraph stuck = at(600);
        QVERIFY(stuck.threads[0].inCircle);
        QVERIFY(stuck.threads[1].inCircle);
        QCOMPARE(stuck.threads[2].wants, m_a);
        QVERIFY(!stuck.threads[2].inCircle);
        QVERIFY(stuck.locks[0].inCircle);
        QVERIFY(stuck.locks[1].inCircle);
    }

    void theLastMomentIsBeforeTheStop()
    {
        const std::int64_t last = lastMoment(m_stream.trace(), *m_stream.trace().snapshot(), m_tracks);
        QCOMPARE(last, std::int64_t{899});
        QVERIFY(at(last).threads[0].inCircle);
        const WaitGraph after = at(960);
        QVERIFY(after.threads[0].ended);
        QCOMPARE(after.locks[0].holder, kNoTrack);
    }
};

QTEST_APPLESS_MAIN(WaitGraphTest)
#include "wait_graph_test.moc"
