#include <memory> // first: moc 6.4 cannot parse <concepts> as the first standard header

#include "app/view/lanes/core_run.h"
#include "text/core_words.h"
#include "text/hover_words.h"
#include "view/lanes/core_hit.h"
#include "view/lanes/core_picture.h"
#include "view/lanes/evidence.h"
#include "view/lanes/lane_rows.h"
#include "view/lanes/unfinished_wait.h"
#include "view/series/wait_graph.h"
#include "view/tables/table_rows.h"

#include <QTest>
#include <cmath>
#include <numeric>

using namespace threadscape;

class CorePictureTest : public QObject {
    Q_OBJECT

    static CorePicture picture(const Trace& trace, TrackId core, TimeWindow window, double width)
    {
        return corePicture(LaneView(trace, *trace.snapshot(), core), TimeAxis(window, width));
    }
    static QString told(const Trace& trace, TrackId core, std::int64_t ns, double nsPerPixel = 1)
    {
        const auto hit = hitCore(trace, *trace.snapshot(), core, ns, nsPerPixel);
        return hit ? QString::fromStdString(coreSentence(trace.catalogue(), *hit).english()) : QString();
    }
    static QString toldOfFirst(const Trace& trace, std::int64_t ns)
    {
        const auto hit = hitLane(trace, *trace.snapshot(), CoreRun::kFirst, ns, 1);
        return hit ? QString::fromStdString(hoverSentence(trace.catalogue(), *hit).english()) : QString();
    }

    static constexpr std::int64_t kMs = CoreRun::kMs;

private Q_SLOTS:
    void slicesStandWhereTheyWere()
    {
        const auto trace = CoreRun::make();
        const CorePicture core = picture(*trace, CoreRun::kCore0, {0, 1000 * kMs}, 1000);
        QCOMPARE(core.slices.size(), std::size_t{3});
        const TrackId by[] = {CoreRun::kFirst, CoreRun::kSecond, kNoTrack};
        for (std::size_t i = 0; i < 3; ++i) {
            QCOMPARE(core.slices[i].by, by[i]);
            QCOMPARE(core.slices[i].fromPx, 100.0 * static_cast<double>(i));
            QCOMPARE(core.slices[i].toPx, 100.0 * static_cast<double>(i + 1));
        }
        QCOMPARE(trace->catalogue().text(core.slices[1].name), std::string_view("Depositor 2"));
        // What is left is shared out by interval, without a place.
        QCOMPARE(core.stretches.size(), std::size_t{2});
        QCOMPARE(core.stretches[0].fromPx, 300.0);
        QCOMPARE(core.stretches[0].toPx, 500.0);
        QCOMPARE(core.stretches[0].other, 0.38F);
        QCOMPARE(core.stretches[1].other, 0.25F);
        QCOMPARE(core.stretches[1].stolen, 0.25F);
    }

    void manySlicesAreAShareOfTheHeight()
    {
        const auto trace = CoreRun::make();
        const CorePicture core = picture(*trace, CoreRun::kCore1, {0, 1000 * kMs}, 500);
        QVERIFY(core.slices.empty());
        QVERIFY(core.stretches.size() >= 500 && core.stretches.size() < 600);
        double own = 0;
        double px = 0;
        for (const CoreStretch& stretch : core.stretches) {
            own += static_cast<double>(stretch.own) * (stretch.toPx - stretch.fromPx);
            px += stretch.toPx - stretch.fromPx;
            QVERIFY(stretch.own <= 1.001F && stretch.other == 0 && stretch.stolen == 0);
        }
        QVERIFY(std::fabs(px - 500) < 0.5);
        QVERIFY(std::fabs(own - 250) < 2);
        // Zoomed in, each is there.
        const CorePicture near = picture(*trace, CoreRun::kCore1, {0, 200'000}, 1000);
        QCOMPARE(near.slices.size(), std::size_t{10});
        QVERIFY(near.stretches.empty()); // idle
    }

    void slicesOfOthersInACrowdedColumnAreNotTheRuns()
    {
        const auto trace = CoreRun::make();
        // 500 ms a pixel: 200 ms of the run, 100 of Threadscape, 200 of which 38 % are others'.
        const CorePicture core = picture(*trace, CoreRun::kCore0, {0, 1000 * kMs}, 2);
        QVERIFY(core.slices.empty());
        QVERIFY(!core.stretches.empty());
        QVERIFY(std::fabs(core.stretches[0].own - 0.4F) < 0.01F);
        QVERIFY(std::fabs(core.stretches[0].other - (0.2F + 0.4F * 0.38F)) < 0.01F);
    }

    void withoutSwitchesThereAreOnlyShares()
    {
        const auto trace = CoreRun::make(false);
        const CorePicture core = picture(*trace, CoreRun::kCore0, {0, 1000 * kMs}, 1000);
        QVERIFY(core.slices.empty());
        QVERIFY(!core.stretches.empty());
        for (const CoreStretch& stretch : core.stretches)
            QCOMPARE(stretch.own, 0.4F);
        QCOMPARE(told(*trace, CoreRun::kCore0, 400 * kMs),
                 QStringLiteral("Core 0, around here: 40 % this run, 22 % idle, 38 % other processes"));
        QCOMPARE(
            told(*trace, CoreRun::kCore0, 600 * kMs),
            QStringLiteral("Core 0, around here: 40 % this run, 10 % idle, 25 % other processes, 25 % taken "
                           "away by the host"));
    }

    void whatIsNotKnownYetIsNotShown()
    {
        const auto trace = CoreRun::make(true, false);
        const CorePicture core = picture(*trace, CoreRun::kCore0, {0, 1000 * kMs}, 1000);
        QCOMPARE(core.slices.size(), std::size_t{4}); // the last is open
        QCOMPARE(core.slices[3].by, CoreRun::kSecond);
        QCOMPARE(core.slices[3].toPx, 1000.0);
        QCOMPARE(told(*trace, CoreRun::kCore0, 900 * kMs),
                 QStringLiteral("Core 0 has run Depositor 2 for 200 ms"));
    }

    void aCoreIsToldInWords()
    {
        const auto trace = CoreRun::make();
        QCOMPARE(told(*trace, CoreRun::kCore0, 50 * kMs),
                 QStringLiteral("Core 0 ran Depositor 1 for 100 ms"));
        QCOMPARE(told(*trace, CoreRun::kCore0, 250 * kMs),
                 QStringLiteral("Core 0 ran Threadscape itself for 100 ms"));
        QCOMPARE(told(*trace, CoreRun::kCore0, 400 * kMs),
                 QStringLiteral("Core 0, around here: 62 % idle, 38 % other processes"));
        QCOMPARE(told(*trace, CoreRun::kCore0, 600 * kMs),
                 QStringLiteral(
                     "Core 0, around here: 50 % idle, 25 % other processes, 25 % taken away by the host"));
        QCOMPARE(told(*trace, CoreRun::kCore1, 15'000), QStringLiteral("Core 1 was idle around here"));
        QCOMPARE(told(*trace, CoreRun::kCore1, 500 * kMs, 2e6),
                 QStringLiteral("Core 1, around here: 50 % this run, 50 % idle, 0 % other processes"));
        QVERIFY(told(*trace, CoreRun::kCore0, 1001 * kMs).isEmpty());
    }

    void timeWithoutACoreIsToldInWords()
    {
        const auto trace = CoreRun::make();
        QCOMPARE(toldOfFirst(*trace, 105 * kMs), QStringLiteral("Depositor 1 wanted a core for 12 ms"));
        QCOMPARE(toldOfFirst(*trace, 205 * kMs),
                 QStringLiteral("Depositor 1 wanted a core for 12 ms, after Depositor 2 had woken it"));
        QCOMPARE(toldOfFirst(*trace, 305 * kMs), QStringLiteral("Depositor 1 wanted a core for about 12 ms"));
        QCOMPARE(toldOfFirst(*trace, 405 * kMs),
                 QStringLiteral("For 12 ms Depositor 1 neither had a core nor waited for anything that "
                                "Threadscape sees"));
    }

    void whoWasWokenToStopWasStillWaiting()
    {
        auto names = std::make_shared<Catalogue>();
        names->addTrack("a", "", TrackKind::thread);
        TraceMaker maker(names);
        Lane& lane = maker.lane(0);
        lane.beginNs = 0;
        lane.endNs = 100 * kMs;
        const auto append = [&](State state, std::int64_t from, std::int64_t to, WaitEnd end) {
            const auto category = static_cast<std::uint8_t>(state);
            lane.waits.append(spanOf(from, to, waitDetail(kNoTrack, end), kNoObject, category, 0), category);
        };
        append(State::queue, 10 * kMs, 90 * kMs, WaitEnd::stopped);
        append(State::ready, 90 * kMs, 95 * kMs, WaitEnd::served);
        auto snapshot = std::make_shared<Snapshot>();
        snapshot->nowNs = 100 * kMs;
        snapshot->finished = true;
        const auto trace = maker.finish(snapshot);
        const auto wait = unfinishedWait(LaneView(*trace, *snapshot, 0));
        QVERIFY(wait.has_value());
        QCOMPARE(wait->state, State::queue);
        QCOMPARE(wait->untilNs, 90 * kMs);
        QCOMPARE(lastMoment(*trace, *snapshot, {0}), 90 * kMs - 1);
        // And to want a core is not to wait for anybody.
        const std::vector<TrackId> tracks{0};
        const auto longest = findEvidence(*trace, *snapshot, tracks, kNoObject, Evidence::longestWait);
        QVERIFY(longest.has_value());
        QCOMPARE(longest->stretch, (TimeWindow{10 * kMs, 90 * kMs}));
    }

    void coresAreNoThreads()
    {
        const auto trace = CoreRun::make();
        const std::vector<LaneRows> lanes = laneRows({}, trace->catalogue());
        QCOMPARE(tracksOf(lanes), (std::vector<TrackId>{CoreRun::kFirst, CoreRun::kSecond}));
        const LaneRows cores = coreRows(trace->catalogue());
        QCOMPARE(cores.group, std::string("Cores"));
        QCOMPARE(tracksOf({cores}), (std::vector<TrackId>{CoreRun::kCore0, CoreRun::kCore1}));
        for (const ThreadRow& row : threadRows(*trace, *trace->snapshot(), std::nullopt))
            QVERIFY(row.kind != TrackKind::core);
    }

    void theTableOfCoresAddsUp()
    {
        const auto trace = CoreRun::make();
        const auto rows = coreTableRows(*trace, *trace->snapshot(), TimeWindow{0, 500 * kMs});
        QCOMPARE(rows.size(), std::size_t{2});
        QCOMPARE(rows[0].name, std::string("Core 0"));
        QCOMPARE(rows[0].time.ownNs, 200 * kMs);
        QCOMPARE(rows[0].time.otherNs, 176 * kMs);
        QCOMPARE(rows[0].time.idleNs, 124 * kMs);
        QCOMPARE(rows[1].time.ownNs, 250 * kMs);
    }
};

QTEST_GUILESS_MAIN(CorePictureTest)
#include "core_picture_test.moc"
