#include <memory> // first: moc 6.4 cannot parse <concepts> as the first standard header

#include "support/event_stream.h"
#include "support/synthetic_trace.h"
#include "text/hover_words.h"
#include "view/lanes/task_of_box.h"

#include <QTest>

using namespace threadscape;
using namespace threadscape::samples;

class HitTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everySpanIsFound();
    void runningIsWhatIsLeft();
    void theHolderIsNamed();
    void crowdsAreToldAsShares();
    void whereTheStateIsNotKnownTheOperationStands();
    void aQueueIsWaitedForForAnItemOrForRoom();
    void aReadWriteLockIsWaitedForToReadOrToWrite();
    void nothingOutsideOfLife();
    void sentencesSayWhatHappened();
    void aBoxTellsWhatBecameOfItsTask();
};

void HitTest::everySpanIsFound()
{
    const auto trace = syntheticTrace();
    const auto snapshot = trace->snapshot();
    for (TrackId track = 0; track < 15; ++track) {
        const auto& waits = trace->lane(track).waits;
        for (std::size_t i = 0; i < waits.size(); ++i) {
            const std::int64_t middle = waits[i].startNs + (waits[i].endNs - waits[i].startNs) / 2;
            const auto hit = hitLane(*trace, *snapshot, track, middle, 1);
            QVERIFY(hit.has_value());
            QCOMPARE(hit->fromNs, waits[i].startNs);
            QCOMPARE(hit->toNs, waits[i].endNs);
            QCOMPARE(static_cast<int>(hit->state), static_cast<int>(waits[i].state));
        }
    }
}

void HitTest::runningIsWhatIsLeft()
{
    const auto trace = syntheticTrace();
    const auto snapshot = trace->snapshot();
    const auto& holds = trace->lane(0).holds[0];
    QVERIFY(holds.size() > 3);
    const std::int64_t middle = holds[1].startNs + (holds[1].endNs - holds[1].startNs) / 2;
    const auto hit = hitLane(*trace, *snapshot, 0, middle, 1000);
    QVERIFY(hit.has_value());
    QCOMPARE(hit->state, State::running);
    QCOMPARE(trace->catalogue().object(hit->held).name, std::string("Account"));
    QVERIFY(hit->number.has_value());
}

void HitTest::theHolderIsNamed()
{
    const auto trace = syntheticTrace();
    const auto snapshot = trace->snapshot();
    const Catalogue& catalogue = trace->catalogue();
    int found = 0;
    for (TrackId track = 5; track < 15; ++track) {
        const auto& waits = trace->lane(track).waits;
        for (std::size_t i = 0; i < waits.size(); ++i) {
            if (static_cast<State>(waits[i].state) != State::lock)
                continue;
            const auto hit = hitLane(*trace, *snapshot, track, waits[i].startNs, 1);
            QVERIFY(hit.has_value());
            if (!hit->holder)
                continue; // it was handed over just then
            ++found;
            QVERIFY(hit->holder->track != track);
            QVERIFY(hit->holder->sinceNs <= waits[i].startNs && hit->holder->untilNs > waits[i].startNs);
            const std::string words = hoverSentence(catalogue, *hit).english();
            QVERIFY(words.find("held by " + catalogue.track(hit->holder->track).name) != std::string::npos);
        }
    }
    QVERIFY(found > 10);
}

void HitTest::crowdsAreToldAsShares()
{
    const auto trace = denseTrace(1, 100'000, 1'000'000'000, 8);
    const auto snapshot = trace->snapshot();
    const auto hit = hitLane(*trace, *snapshot, 0, 500'000'000, 1'000'000);
    QVERIFY(hit.has_value());
    QVERIFY(hit->spans > 50);
    QVERIFY(hit->share > 0.2 && hit->share < 0.9);
    QVERIFY(hoverSentence(trace->catalogue(), *hit).english().find("zoom in") != std::string::npos);
}

void HitTest::whereTheStateIsNotKnownTheOperationStands()
{
    EventStream stream;
    const TrackId track = stream.track("main");
    stream.take({stream.begin(track, 0), stream.wait(track, State::unknown, kNoObject, 0, 90'000),
                 stream.operation(track, "parse", 20'000, 30'000, 1),
                 stream.operation(track, "render", 10'000, 60'000), stream.end(track, 90'000)});
    stream.publish(90'000);
    const auto snapshot = stream.trace().snapshot();
    const auto sentenceAt = [&](std::int64_t ns) {
        const auto hit = hitLane(stream.trace(), *snapshot, track, ns, 1);
        return hit ? hoverSentence(stream.names(), *hit).english() : std::string();
    };
    QCOMPARE(sentenceAt(25'000), std::string("main: parse, 10 us"));
    QCOMPARE(sentenceAt(40'000), std::string("main: render, 50 us"));
    QCOMPARE(sentenceAt(70'000), std::string("What main did for 90 us is not known"));
}

void HitTest::aQueueIsWaitedForForAnItemOrForRoom()
{
    EventStream stream;
    const TrackId producer = stream.track("Producer 2");
    const TrackId consumer = stream.track("Consumer 1");
    const ObjectId queue = stream.object("Queue", ObjectKind::queue);
    const auto wait = [&](TrackId track, std::int64_t fromNs, TrackId waker, WaitEnd end, WaitFor what) {
        Event event = stream.wait(track, State::queue, queue, fromNs, fromNs + 10'000);
        event.high = waitDetail(waker, end, what);
        return event;
    };
    stream.take({stream.begin(producer, 0), stream.begin(consumer, 0),
                 wait(consumer, 10'000, producer, WaitEnd::served, WaitFor::item),
                 wait(producer, 30'000, consumer, WaitEnd::served, WaitFor::room),
                 wait(consumer, 50'000, kNoTrack, WaitEnd::stopped, WaitFor::item)});
    stream.publish(90'000);
    const auto snapshot = stream.trace().snapshot();
    const auto sentenceAt = [&](TrackId track, std::int64_t ns) {
        const auto hit = hitLane(stream.trace(), *snapshot, track, ns, 1);
        return hit ? hoverSentence(stream.names(), *hit).english() : std::string();
    };
    QCOMPARE(sentenceAt(consumer, 15'000),
             std::string("Consumer 1 waited 10 us for an item in Queue, put by Producer 2"));
    QCOMPARE(sentenceAt(producer, 35'000),
             std::string("Producer 2 waited 10 us for room in Queue, made by Consumer 1"));
    QCOMPARE(sentenceAt(consumer, 55'000), std::string("Consumer 1 waited 10 us for an item in Queue"));
    LaneHit open = *hitLane(stream.trace(), *snapshot, producer, 35'000, 1);
    open.open = true;
    QCOMPARE(hoverSentence(stream.names(), open).english(),
             std::string("Producer 2 has waited 10 us for room in Queue"));
}

void HitTest::aReadWriteLockIsWaitedForToReadOrToWrite()
{
    EventStream stream;
    const TrackId reader = stream.track("Reader");
    const TrackId writer = stream.track("Writer");
    const ObjectId lock = stream.object("Catalogue", ObjectKind::readWriteLock);
    const auto wait = [&](TrackId track, std::int64_t fromNs, TrackId waker, WaitFor what) {
        Event event = stream.wait(track, State::lock, lock, fromNs, fromNs + 10'000);
        event.high = waitDetail(waker, waker == kNoTrack ? WaitEnd::stopped : WaitEnd::served, what);
        return event;
    };
    stream.take({stream.begin(reader, 0), stream.begin(writer, 0),
                 wait(reader, 10'000, writer, WaitFor::shared), wait(writer, 30'000, reader, WaitFor::unsaid),
                 wait(writer, 50'000, kNoTrack, WaitFor::unsaid)});
    stream.publish(90'000);
    const auto snapshot = stream.trace().snapshot();
    const auto hitAt = [&](TrackId track, std::int64_t ns) {
        return hitLane(stream.trace(), *snapshot, track, ns, 1).value_or(LaneHit());
    };
    const auto sentence = [&](const LaneHit& hit) { return hoverSentence(stream.names(), hit).english(); };
    QCOMPARE(sentence(hitAt(reader, 15'000)),
             std::string("Reader waited 10 us to read under Catalogue, let in by Writer"));
    QCOMPARE(sentence(hitAt(writer, 35'000)),
             std::string("Writer waited 10 us to write under Catalogue, let in by Reader"));
    QCOMPARE(sentence(hitAt(writer, 55'000)), std::string("Writer waited 10 us to write under Catalogue"));
    LaneHit open = hitAt(reader, 15'000);
    open.open = true;
    QCOMPARE(sentence(open), std::string("Reader has waited 10 us to read under Catalogue"));
}

void HitTest::nothingOutsideOfLife()
{
    const auto trace = syntheticTrace();
    const auto snapshot = trace->snapshot();
    QVERIFY(!hitLane(*trace, *snapshot, 0, -5, 1));
    QVERIFY(!hitLane(*trace, *snapshot, 0, 9'000'000'000, 1));
    QVERIFY(!hitLane(*trace, *snapshot, 999, 1'000'000, 1));
}

void HitTest::sentencesSayWhatHappened()
{
    Catalogue catalogue;
    const TrackId who = catalogue.addTrack("Withdrawer 7", "Withdrawers", TrackKind::thread);
    const TrackId other = catalogue.addTrack("Depositor 1", "Depositors", TrackKind::thread);
    const ObjectId lock = catalogue.addObject("Account", ObjectKind::rlock);
    LaneHit hit;
    hit.track = who;
    hit.state = State::lock;
    hit.toNs = 412'000'000;
    hit.object = lock;
    hit.holder = Holder{other, 0, 500'000'000, false};
    QCOMPARE(hoverSentence(catalogue, hit).english(),
             std::string("Withdrawer 7 waited 412 ms for Account, held by Depositor 1"));
    hit.state = State::condition;
    hit.holder.reset();
    hit.endedBy = other;
    QCOMPARE(hoverSentence(catalogue, hit).english(),
             std::string("Withdrawer 7 waited 412 ms on Account, woken by Depositor 1"));
    hit.open = true;
    QCOMPARE(hoverSentence(catalogue, hit).english(),
             std::string("Withdrawer 7 has waited 412 ms on Account and was not woken"));
    QCOMPARE(operationWords(catalogue, catalogue.intern("deposit"), 7).english(), std::string("deposit +7"));
    QCOMPARE(operationWords(catalogue, catalogue.intern("Caller"), 300'000, NumberStyle::stall).english(),
             std::string("Caller: stall of 300 ms"));
    QCOMPARE(operationWords(catalogue, catalogue.intern("read"), std::nullopt).english(),
             std::string("read"));
    WaitingPicture::Column column{};
    QVERIFY(hoverSentence(column).empty());
    column[0] = 4;
    column[3] = 6;
    QCOMPARE(hoverSentence(column).english(), std::string("4 waited for a lock, 6 for a signal"));
}

void HitTest::aBoxTellsWhatBecameOfItsTask()
{
    EventStream stream;
    const TrackId main = stream.track("main", TrackKind::main);
    const TrackId worker = stream.track("Worker 2");
    const ObjectId pool = stream.object("Workers", ObjectKind::pool);
    Event box = stream.operation(worker, "task", 13'000'000, 493'000'000);
    box.high = 7;
    box.head = Event::headOf(EventKind::operation, 0, static_cast<unsigned>(NumberStyle::ordinal));
    stream.take({stream.begin(main, 0), stream.begin(worker, 0),
                 stream.task(main, pool, 1'000'000, 7, TaskState::pending),
                 stream.task(worker, pool, 13'000'000, 7, TaskState::running),
                 stream.wait(worker, State::sleep, kNoObject, 13'000'100, 492'000'000), box,
                 stream.task(worker, pool, 493'000'000, 7, TaskState::failed)});
    stream.publish(500'000'000);
    const Trace& trace = stream.trace();
    const auto snapshot = trace.snapshot();
    const auto hit = hitLane(trace, *snapshot, worker, 100'000'000, 1000);
    QVERIFY(hit.has_value());
    QVERIFY(hit->style);
    QVERIFY(hit->task.has_value());
    QCOMPARE(hit->task->number, 7U);
    QCOMPARE(hoverSentence(stream.names(), *hit).english(),
             std::string("task 7: submitted by main, waited 12 ms, ran for 480 ms on Worker 2, failed"));
    QCOMPARE(operationWords(stream.names(), hit->operation, hit->number, hit->style).english(),
             std::string("task 7"));
    const auto rows = taskRows(trace, *snapshot);
    QCOMPARE(rows.size(), std::size_t{1}); // of 1 to 6 nothing is known
    QVERIFY(rows[0].waitedNs(snapshot->nowNs) == 12'000'000);
    QVERIFY(hasTasks(trace));
    QVERIFY(!taskBegunAt(trace, *snapshot, main, 13'000'000));
    OperationBox drawn;
    drawn.text = hit->operation;
    drawn.number = 7;
    drawn.style = NumberStyle::ordinal;
    QVERIFY(taskStateOf(trace, worker, drawn) == TaskState::failed);
    QVERIFY(!taskStateOf(trace, main, drawn));
    drawn.style = NumberStyle::change; // "deposit +7" is no task
    QVERIFY(!taskStateOf(trace, worker, drawn));
}

QTEST_APPLESS_MAIN(HitTest)
#include "hit_test.moc"
