#include <memory> // first: moc 6.4 cannot parse <concepts> as the first standard header

#include "support/event_stream.h"
#include "view/tables/table_rows.h"

#include <QTest>

using namespace threadscape;

class TableRowsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theWholeRunIsSummedUp();
    void aStretchCountsWhatLiesInIt();
    void threadsOfAStretch();
    void anInterpreterLockIsALockToo();

private:
    std::unique_ptr<EventStream> m_stream;
    TrackId m_a = kNoTrack;
    TrackId m_b = kNoTrack;
    ObjectId m_lock = kNoObject;
};

// A holds for 100 ns, three times; B waits 50 ns for the second hold's end, and its last wait is stopped.
void TableRowsTest::init()
{
    m_stream = std::make_unique<EventStream>();
    EventStream& s = *m_stream;
    m_a = s.track("A");
    m_b = s.track("B");
    m_lock = s.object("Account", ObjectKind::rlock);
    s.object("Balance", ObjectKind::variable);
    s.take({s.begin(m_a, 0), s.begin(m_b, 0)});
    for (std::uint32_t i = 0; i < 3; ++i)
        s.take(s.hold(m_a, m_lock, i == 2 ? 4 : i + 1, 1000 * i, 1000 * i + 100));
    s.take(s.hold(m_b, m_lock, 3, 1100, 1200));
    s.take(s.wait(m_b, State::lock, m_lock, 1050, 1100, m_a));
    Event stopped = s.wait(m_b, State::lock, m_lock, 2020, 2080);
    stopped.high = waitDetail(kNoTrack, WaitEnd::stopped);
    s.take(stopped);
    s.take({s.end(m_a, 4000), s.end(m_b, 4000)});
    s.publish(4000);
}

void TableRowsTest::theWholeRunIsSummedUp()
{
    const auto rows = lockRows(m_stream->trace(), *m_stream->trace().snapshot(), std::nullopt);
    QCOMPARE(rows.size(), std::size_t{1});
    QCOMPARE(rows[0].name, std::string("Account"));
    QCOMPARE(std::string(rows[0].kind), std::string("RLock"));
    QCOMPARE(rows[0].acquisitions, std::uint64_t{4});
    QCOMPARE(rows[0].contended, std::uint64_t{1}); // a wait that was stopped took nothing
    QCOMPARE(rows[0].waitMeanNs, 50.0);
    QCOMPARE(rows[0].waitMaxNs, 50.0);
    QCOMPARE(rows[0].holdTotalNs, 400.0);
    QCOMPARE(rows[0].utilisation, 0.1);
    QCOMPARE(rows[0].holds.total(), std::uint64_t{4});
}

void TableRowsTest::aStretchCountsWhatLiesInIt()
{
    const auto rows = lockRows(m_stream->trace(), *m_stream->trace().snapshot(), TimeWindow{1000, 1150});
    QCOMPARE(rows[0].acquisitions, std::uint64_t{2});
    QCOMPARE(rows[0].contended, std::uint64_t{1});
    QCOMPARE(rows[0].holdTotalNs, 150.0); // of the second hold, half
    QCOMPARE(rows[0].utilisation, 1.0);
    const auto none = lockRows(m_stream->trace(), *m_stream->trace().snapshot(), TimeWindow{3000, 3500});
    QCOMPARE(none[0].acquisitions, std::uint64_t{0});
    QCOMPARE(none[0].waitMaxNs, 0.0);
}

void TableRowsTest::threadsOfAStretch()
{
    const auto rows = threadRows(m_stream->trace(), *m_stream->trace().snapshot(), TimeWindow{1000, 1150});
    QCOMPARE(rows.size(), std::size_t{2});
    QCOMPARE(rows[1].name, std::string("B"));
    QCOMPARE(rows[1].times[static_cast<std::size_t>(State::lock)], std::int64_t{50});
    QCOMPARE(rows[1].times[static_cast<std::size_t>(State::running)], std::int64_t{100});
    const auto whole = threadRows(m_stream->trace(), *m_stream->trace().snapshot(), std::nullopt);
    QCOMPARE(whole[1].times[static_cast<std::size_t>(State::lock)], std::int64_t{110});
}

void TableRowsTest::anInterpreterLockIsALockToo()
{
    EventStream s;
    const TrackId a = s.track("A");
    const ObjectId gil = s.object("GIL", ObjectKind::gil);
    s.take({s.begin(a, 0), s.wait(a, State::gil, gil, 1000, 1050), s.hold(a, gil, 1, 1050, 1100)});
    s.publish(2000);
    for (const auto& stretch : {std::optional<TimeWindow>(), std::optional(TimeWindow{900, 1200})}) {
        const auto rows = lockRows(s.trace(), *s.trace().snapshot(), stretch);
        QCOMPARE(rows.size(), std::size_t{1});
        QCOMPARE(std::string(rows[0].kind), std::string("GIL"));
        QCOMPARE(rows[0].acquisitions, std::uint64_t{1});
        QCOMPARE(rows[0].contended, std::uint64_t{1});
        QCOMPARE(rows[0].waitMaxNs, 50.0);
    }
}

QTEST_APPLESS_MAIN(TableRowsTest)
#include "table_rows_test.moc"
