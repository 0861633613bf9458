#pragma once

#include <QObject> // first: moc 6.4 cannot parse <concepts> as the first standard header

#include "view/axis/follow.h"
#include "view/lanes/evidence.h"
#include "viewing/view_state.h"

#include <QElapsedTimer>
#include <array>
#include <vector>

namespace threadscape {

/// What of a view state is another now. (Not QFlags: its operators would hide those of Qt's own flags in this namespace.)
class ViewParts {
public:
    enum class Part : std::uint16_t {
        window = 1U << 0U, ///< also whether it follows the run
        scroll = 1U << 1U,
        isolated = 1U << 2U,
        held = 1U << 3U,
        measured = 1U << 4U,
        selected = 1U << 5U,
        cores = 1U << 6U,
        usl = 1U << 7U,
        chosen = 1U << 8U,
        pointed = 1U << 9U,
    };

    constexpr ViewParts(Part part) noexcept : m_bits(static_cast<unsigned>(part)) {}
    static constexpr ViewParts all() noexcept { return ViewParts((1U << 10U) - 1); }

    constexpr bool has(ViewParts any) const noexcept { return (m_bits & any.m_bits) != 0; }
    constexpr ViewParts without(ViewParts others) const noexcept
    {
        return ViewParts(m_bits & ~others.m_bits);
    }
    constexpr bool any() const noexcept { return m_bits != 0; }

    friend constexpr ViewParts operator|(ViewParts a, ViewParts b) noexcept
    {
        return ViewParts(a.m_bits | b.m_bits);
    }
    friend constexpr ViewParts operator|(Part a, Part b) noexcept { return ViewParts(a) | ViewParts(b); }

private:
    explicit constexpr ViewParts(unsigned bits) noexcept : m_bits(bits) {}
    unsigned m_bits;
};
using ViewPart = ViewParts::Part;

/// Holds what the reader sees of one run, or of two beside each other, and how they came there. Pictures that are looked at
/// together share one: what is chosen in one is chosen in all. Changes are told at once, each once, and only if they are any.
/// Threads: the GUI thread.
class ViewModel final : public QObject {
    Q_OBJECT

public:
    /// The run that goes on, or is next; and one that stands beside it.
    enum class Place : std::uint8_t { own, beside };

    explicit ViewModel(QObject* parent = nullptr);

    const ViewState& state() const { return m_state; }

    /// Another run is shown in the own place from now on: the whole of it, nothing selected, measured, held or, unless a run
    /// stands beside it, isolated. What the reader wants to see of any run stays: the curves of laws, and the cores where they
    /// were opened or closed among runs that have them open (`coresFirst`), or closed, at first. `keepWindow`: so does the window,
    /// with what was measured or selected in the run beside it.
    void begin(bool coresFirst, bool keepWindow = false);

    /// Shows just that.
    void show(const ViewState& state);

    /// How long the run in that place takes and how far it is; nothing: none stands there. Moves a window that follows.
    void setTime(Place place, std::optional<RunTime> time, RunId run = nullptr);
    /// What is shown while nobody has zoomed. Two runs share an axis that holds both.
    TimeWindow whole() const;
    /// All that can be shown.
    TimeWindow extent() const;

    TimeWindow window() const { return m_state.window; }
    bool following() const { return m_state.following; }
    /// Shows that stretch, or what of it can be shown, and no longer follows the run. It can be gone back from.
    void setWindow(TimeWindow window);
    /// Shows everything, and follows a run that goes on.
    void fitAll();
    /// Shows the measured stretch, or the selected span, or everything.
    void fit();
    /// Zooms so that `anchorNs` stays where it is (default: the middle); `factor` > 1 shows more time. Zooms in quick succession
    /// are gone back from at once.
    void zoom(double factor, std::optional<std::int64_t> anchorNs = std::nullopt);
    /// By a share of the window.
    void pan(double share);
    /// Shows that stretch, and a little of what is around it.
    void showEvidence(const EvidencePlace& place);
    /// Shows that stretch; it cannot be gone back from: part of a movement.
    void moveTo(TimeWindow window);
    /// Back to what was shown before the last zoom.
    void zoomBack();

    /// Holds what is shown of the own run while it goes on; letting go shows everything. Nothing where there is no run.
    void setHeld(bool held);
    bool held() const { return m_state.held.has_value(); }
    /// Lets a held view go, and shows everything.
    void showNow();

    void setScroll(int px);
    void isolate(std::optional<State> state);
    void measure(std::optional<MeasuredStretch> measured);
    void select(std::optional<SelectedSpan> selected);
    void setCoresOpen(bool open);
    void setUsl(bool shown);
    void choose(std::optional<PointId> point);
    void point(std::optional<std::int64_t> atNs);
    /// Selection, measure and chosen point. Returns whether there was any.
    bool clearSelection();

signals:
    void changed(threadscape::ViewParts parts);

private:
    /// What of the runs is shown, to go back to.
    struct Zoom {
        TimeWindow window;
        bool following = true;
        bool zoomed = false;
    };
    struct Run {
        RunTime time;
        RunId id = nullptr;
    };

    const std::optional<Run>& run(Place place) const { return m_runs[static_cast<std::size_t>(place)]; }
    std::optional<TimeWindow> sharedTime() const;
    Zoom zoomNow() const { return {m_state.window, m_state.following, m_state.zoomed}; }
    void show(TimeWindow window, bool remember, bool following = false);
    void show(Zoom zoom, bool remember);
    template <typename T>
    void set(T ViewState::*member, T value, ViewPart part);

    ViewState m_state;
    std::array<std::optional<Run>, 2> m_runs;
    std::vector<Zoom> m_zooms;
    QElapsedTimer m_lastZoom;
    std::array<std::optional<bool>, 2> m_coresWanted; // by the reader, where they are closed or open at first
    std::size_t m_coresFirst = 0;
};

} // namespace threadscape
