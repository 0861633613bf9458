#include "session/session.h"

#include "text/language.h"

#include <QDir>
#include <QSignalSpy>
#include <QTest>
#include <sys/resource.h>
#include <unistd.h>

namespace threadscape {

namespace {

constexpr int kCeilingMs = 30000;

RunRequest bankFor(double seconds)
{
    RunRequest request;
    request.experiment = "bank";
    request.preset = "lecture";
    request.seconds = seconds;
    return request;
}

// How much a thread of this process gives way to others; nothing while there is none of this name.
std::optional<int> niceOf(const QByteArray& thread)
{
    for (const QString& id :
         QDir(QStringLiteral("/proc/self/task")).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        QFile name(QStringLiteral("/proc/self/task/%1/comm").arg(id));
        if (name.open(QIODevice::ReadOnly) && name.readAll().trimmed() == thread)
            return getpriority(PRIO_PROCESS, static_cast<id_t>(id.toInt()));
    }
    return std::nullopt;
}

} // namespace

class SessionTest final : public QObject {
    Q_OBJECT

private slots:
    void tellsARunFromStartToEnd()
    {
        Session session;
        QSignalSpy started(&session, &Session::started);
        QSignalSpy frames(&session, &Session::frame);
        QSignalSpy tells(&session, &Session::resultChanged);
        QSignalSpy finished(&session, &Session::finished);
        QVERIFY(session.start(bankFor(0.6)));
        QCOMPARE(started.count(), 1);
        QVERIFY(session.running());
        QVERIFY(finished.wait(kCeilingMs));
        QVERIFY(frames.count() >= 1);
        QVERIFY(tells.count() >= 1);
        QVERIFY(!session.running());
        QCOMPARE(session.run()->outcome(), Outcome::timeUp);
        QCOMPARE(session.run()->result().experiment, std::string("bank"));
        QVERIFY(session.run()->trace()->events() > 0);
    }

    void stopsAtOnceWithoutWaiting()
    {
        Session session;
        QSignalSpy finished(&session, &Session::finished);
        QVERIFY(session.start(bankFor(600)));
        session.stop();
        QVERIFY(session.stopping());
        QVERIFY(finished.wait(kCeilingMs));
        QCOMPARE(session.run()->outcome(), Outcome::stopped);
    }

    void theWindowGoesBeforeTheReaderAndTheReaderBeforeTheRun()
    {
        const int own = getpriority(PRIO_PROCESS, static_cast<id_t>(gettid()));
        Session session;
        QSignalSpy finished(&session, &Session::finished);
        QVERIFY(session.start(bankFor(600)));
        const auto gaveWay = [own](const QByteArray& thread) { return niceOf(thread).value_or(own) > own; };
        QTRY_VERIFY_WITH_TIMEOUT(gaveWay("ingest") && gaveWay("Withdrawer 1"), kCeilingMs);
        QVERIFY(*niceOf("ingest") < *niceOf("Withdrawer 1"));
        QCOMPARE(getpriority(PRIO_PROCESS, static_cast<id_t>(gettid())), own);
        session.stop();
        QVERIFY(finished.wait(kCeilingMs));
    }

    void keepsTheLastRunUntilTheNext()
    {
        Session session;
        QSignalSpy finished(&session, &Session::finished);
        QVERIFY(session.start(bankFor(0.2)));
        QVERIFY(finished.wait(kCeilingMs));
        const auto first = session.run()->trace();
        QVERIFY(session.run());
        QVERIFY(session.start(bankFor(0.2)));
        QVERIFY(session.run()->trace() != first);
        QVERIFY(finished.wait(kCeilingMs));
    }

    void aSecondStartFollowsTheFirstRun()
    {
        Session session;
        QSignalSpy started(&session, &Session::started);
        QSignalSpy finished(&session, &Session::finished);
        QVERIFY(session.start(bankFor(600)));
        QVERIFY(session.start(bankFor(0.2)));
        QCOMPARE(started.count(), 1); // the first one ends before
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 2, kCeilingMs);
        QCOMPARE(started.count(), 2);
        QCOMPARE(session.run()->outcome(), Outcome::timeUp);
    }

    void stopForgetsWhatWasToFollow()
    {
        Session session;
        QSignalSpy started(&session, &Session::started);
        QSignalSpy finished(&session, &Session::finished);
        QVERIFY(session.start(bankFor(600)));
        QVERIFY(session.start(bankFor(600)));
        session.stop();
        QVERIFY(finished.wait(kCeilingMs));
        QCOMPARE(started.count(), 1);
        QVERIFY(!session.running());
    }

    void movesLiveSettings()
    {
        Session session;
        QSignalSpy finished(&session, &Session::finished);
        QVERIFY(session.start(bankFor(600)));
        QVERIFY(session.change("withdrawers", std::int64_t{20}));
        QVERIFY(!session.change("withdrawers", std::int64_t{1000}));
        session.setSpeed(2);
        QTRY_VERIFY_WITH_TIMEOUT(session.run()->trace()->catalogue().tracks() > 25, kCeilingMs);
        session.stop();
        QVERIFY(finished.wait(kCeilingMs));
        const RunResult result = session.run()->result();
        QCOMPARE(result.speed, 1.0); // as at the start
        QCOMPARE(result.changes.size(), 2U);
        QCOMPARE(result.changes.front().setting, std::string("withdrawers"));
        QCOMPARE(result.changes.back().setting, std::string("speed"));
        QVERIFY(result.changes.back().to == SettingValue(2.0));
    }

    void refusesABadRequest()
    {
        Session session;
        RunRequest request = bankFor(1);
        request.settings["deposit_min"] = "20";
        request.settings["deposit_max"] = "10";
        QVERIFY(!session.start(request));
        QVERIFY(!session.run());
        QVERIFY(session.start(bankFor(600)));
        QVERIFY(!session.start(request)); // and the valid one stays active
        QVERIFY(session.running());
        QVERIFY(!session.stopping());
    }

    void theRunOutlivesTheSession()
    {
        std::shared_ptr<const Run> run;
        {
            Session session;
            QVERIFY(session.start(bankFor(600)));
            run = session.run();
        } // ends it
        QCOMPARE(run->experiment().id(), std::string("bank"));
    }
};

} // namespace threadscape

QTEST_GUILESS_MAIN(threadscape::SessionTest)
#include "session_test.moc"
