#include <memory> // first: moc 6.4 cannot parse <concepts> as the first standard header

#include "support/event_stream.h"
#include "view/arrows/awaits.h"

#include <QTest>

using namespace threadscape;

class AwaitsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aTaskThatWentOnIsToldWithTheOneThatEnded()
    {
        EventStream stream;
        const TrackId main = stream.track("main", TrackKind::task);
        const TrackId job = stream.track("job", TrackKind::task);
        const TrackId thread = stream.track("Thread-1");
        const ObjectId object = stream.object("job", ObjectKind::task);
        stream.take(stream.begin(main, 0)).take(stream.begin(job, 0)).take(stream.begin(thread, 0));
        stream.take(stream.wait(main, State::join, object, 10, 100, job));
        stream.take(stream.wait(main, State::sleep, kNoObject, 110, 120));
        stream.take(stream.wait(main, State::join, object, 130, 200, job));
        stream.take(stream.wait(thread, State::join, object, 10, 100,
                                job)); // a thread that joins is no task that awaits
        stream.publish(300);

        const std::vector<TrackId> all{main, job, thread};
        const auto arrows = awaitsIn(stream.trace(), all, {0, 300}, 10);
        QVERIFY(arrows.has_value());
        QCOMPARE(arrows->size(), std::size_t{2});
        QCOMPARE(arrows->front().ended, job);
        QCOMPARE(arrows->front().awaiting, main);
        QCOMPARE(arrows->front().atNs, std::int64_t{100});
        QCOMPARE(arrows->back().atNs, std::int64_t{200});
        QCOMPARE(awaitsIn(stream.trace(), all, {150, 300}, 10)->size(), std::size_t{1});
        QCOMPARE(awaitsIn(stream.trace(), all, {210, 300}, 10)->size(), std::size_t{0});
        QVERIFY(!awaitsIn(stream.trace(), all, {0, 300}, 1));
    }
};

QTEST_APPLESS_MAIN(AwaitsTest)
#include "awaits_test.moc"
