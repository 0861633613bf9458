#pragma once

#include <QObject> // first: moc 6.4 cannot parse <concepts> as the first standard header

#include "view/axis/follow.h"
#include "view/lanes/evidence.h"
#include "viewing/view_state.h"

#include <QElapsedTimer>
#include <array>
#include <vector>

namespace threadscape {

/// Which parts of a view state have changed. (Not QFlags: its operators would hide those of Qt's own flags in this
/// namespace.)
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

/// Holds the view state of one run, or of two side by side, and the zoom history. Plots that are shown together share
/// one: what is selected in one is selected in all. Changes are signalled immediately, once, and only if a value differs.
/// Threads: the GUI thread.
class ViewModel final : public QObject {
    Q_OBJECT

public:
    /// The current or next run; and the one beside it.
    enum class Place : std::uint8_t { own, beside };

    explicit ViewModel(QObject* parent = nullptr);

    const ViewState& state() const { return m_state; }

    /// Shows another run in the own place: all of it, nothing selected, measured, held or, unless there is a run beside
    /// it, isolated. Choices that apply to any run are kept: the curves of laws, and the cores as the user last opened or
    /// closed them among runs that have them open (`coresFirst`), or closed, by default. `keepWindow`: so is the window,
    /// with what was measured or selected in the run beside it.
    void begin(bool coresFirst, bool keepWindow = false);

    /// Replaces the state.
    void show(const ViewState& state);

    /// Planned length and progress of the run in that place; nullopt: there is none. Moves a window that follows.
    void setTime(Place place, std::optional<RunTime> time, RunId run = nullptr);
    /// What is shown while not zoomed. Two runs share an axis that holds both.
    TimeWindow whole() const;
    /// All that can be shown.
    TimeWindow extent() const;

    TimeWindow window() const { return m_state.window; }
    bool following() const { return m_state.following; }
    /// Shows that interval, clamped to extent(), and stops following the run. Undone by zoomBack().
    void setWindow(TimeWindow window);
    /// Shows everything, and follows an active run.
    void fitAll();
    /// Shows the measured interval, or the selected span, or everything.
    void fit();
    /// Zooms so that `anchorNs` stays where it is (default: the middle); `factor` > 1 shows more time. One zoomBack()
    /// undoes zooms in quick succession.
    void zoom(double factor, std::optional<std::int64_t> anchorNs = std::nullopt);
    /// By a fraction of the window.
    void pan(double share);
    /// Shows that interval with a margin.
    void showEvidence(const EvidencePlace& place);
    /// Shows that interval without an entry in the zoom history: part of a movement.
    void moveTo(TimeWindow window);
    /// Back to what was shown before the last zoom.
    void zoomBack();

    /// Freezes the view of the own run while that continues; unfreezing shows everything. No-op without a run.
    void setHeld(bool held);
    bool held() const { return m_state.held.has_value(); }
    /// Unfreezes the view, and shows everything.
    void showNow();

    void setScroll(int px);
    void isolate(std::optional<State> state);
    void measure(std::optional<MeasuredStretch> measured);
    void select(std::optional<SelectedSpan> selected);
    void setCoresOpen(bool open);
    void setUsl(bool shown);
    void choose(std::optional<PointId> point);
    void point(std::optional<std::int64_t> atNs);
    /// Clears selection, measured interval and chosen point. Returns whether there was any.
    bool clearSelection();

signals:
    void changed(threadscape::ViewParts parts);

private:
    /// An entry of the zoom history.
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
    std::array<std::optional<bool>, 2> m_coresWanted; // by the user, where they are closed or open by default
    std::size_t m_coresFirst = 0;
};

} // namespace threadscape
