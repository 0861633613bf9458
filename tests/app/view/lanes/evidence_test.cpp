#include <memory> // first: moc 6.4 cannot parse <concepts> as the first standard header

#include "support/event_stream.h"
#include "view/lanes/evidence.h"

#include <QTest>
#include <vector>

using namespace threadscape;

/// Where in a run's picture a finding is to be seen.
class EvidenceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theLongestWaitMayGoOn();
    void theLongestStallIsFound();
    void belowZeroIsFromTheFirstToTheNextThatIsNot();
    void belowZeroMayLastToTheEnd();
    void theGreatestValueIsTheFirstOfThem();
    void theLastEndBeginsAtTheLastChange();
    void whatIsNotThereIsNowhere();

private:
    void write(const std::vector<std::int64_t>& values)
    {
        std::uint32_t number = 0;
        for (const std::int64_t value : values) {
            ++number;
            m_stream->take(m_stream->write(m_first, m_balance, number * 100, value, number));
        }
    }
    void stall(TrackId track, std::int64_t fromNs, std::int64_t toNs)
    {
        m_stream->take(spanEvent(EventKind::operation, track, m_stream->names().intern("task"),
                                 m_stream->ticks(fromNs), m_stream->ticks(toNs), 1, 0,
                                 static_cast<std::uint8_t>(NumberStyle::stall)));
    }
    std::optional<EvidencePlace> find(Evidence evidence)
    {
        m_stream->publish(1000);
        const std::vector<TrackId> tracks{m_first, m_second};
        return findEvidence(m_stream->trace(), *m_stream->trace().snapshot(), tracks, m_balance, evidence);
    }
    void compare(Evidence evidence, const EvidencePlace& expected)
    {
        const auto place = find(evidence);
        QVERIFY(place.has_value());
        QCOMPARE(place->track, expected.track);
        QCOMPARE(place->stretch.fromNs, expected.stretch.fromNs);
        QCOMPARE(place->stretch.toNs, expected.stretch.toNs);
    }

    std::unique_ptr<EventStream> m_stream;
    TrackId m_first = kNoTrack;
    TrackId m_second = kNoTrack;
    ObjectId m_balance = kNoObject;
};

void EvidenceTest::init()
{
    m_stream = std::make_unique<EventStream>();
    m_first = m_stream->track("Thread-1");
    m_second = m_stream->track("Thread-2");
    m_balance = m_stream->object("balance", ObjectKind::variable);
    m_stream->take({m_stream->begin(m_first, 0), m_stream->begin(m_second, 0)});
}

void EvidenceTest::theLongestWaitMayGoOn()
{
    const ObjectId lock = m_stream->object("Lock", ObjectKind::lock);
    m_stream->take(m_stream->wait(m_first, State::lock, lock, 100, 400));
    m_stream->take(m_stream->wait(m_first, State::sleep, kNoObject, 400, 990)); // waits for nobody
    compare(Evidence::longestWait, {m_first, {100, 400}});
    m_stream->open(m_second, OpenSpans::kWaitSlot, 600, lock, static_cast<std::uint8_t>(State::lock));
    compare(Evidence::longestWait, {m_second, {600, 1000}});
}

void EvidenceTest::theLongestStallIsFound()
{
    stall(m_first, 100, 150);
    stall(m_second, 200, 290);
    stall(m_first, 300, 370);
    compare(Evidence::longestStall, {m_second, {200, 290}});
}

void EvidenceTest::belowZeroIsFromTheFirstToTheNextThatIsNot()
{
    write({5, 0, -3, -1, 0, -7});
    compare(Evidence::belowZero, {kNoTrack, {300, 500}});
}

void EvidenceTest::belowZeroMayLastToTheEnd()
{
    write({5, -1, -2});
    compare(Evidence::belowZero, {kNoTrack, {200, 1000}});
}

void EvidenceTest::theGreatestValueIsTheFirstOfThem()
{
    write({3, 9, 1, 9});
    compare(Evidence::greatestValue, {kNoTrack, {200, 300}});
}

void EvidenceTest::theLastEndBeginsAtTheLastChange()
{
    write({3, 4});
    m_stream->take({m_stream->end(m_first, 700), m_stream->end(m_second, 500)});
    compare(Evidence::lastEnd, {m_first, {200, 700}});
}

void EvidenceTest::whatIsNotThereIsNowhere()
{
    write({1, 2});
    for (const Evidence evidence : {Evidence::none, Evidence::longestWait, Evidence::longestStall,
                                    Evidence::belowZero, Evidence::leastNumber, Evidence::lostUpdate})
        QVERIFY(!find(evidence));
}

QTEST_APPLESS_MAIN(EvidenceTest)
#include "evidence_test.moc"
