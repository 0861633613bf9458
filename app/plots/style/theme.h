#pragma once

#include <memory> // first: moc 6.4 cannot parse <concepts> as the first standard header

#include "measure/backend.h"
#include "record/event.h"

#include <QColor>
#include <QFont>
#include <array>

namespace threadscape {

/// Shape of a state in a lane, besides its colour.
enum class StateShape : std::uint8_t {
    full,   ///< the lane's whole height
    thin,   ///< 60 % of it
    line,   ///< a line of 3 px
    dashed, ///< an outline
};
enum class StatePattern : std::uint8_t { none, hatched, dotted };

struct StateStyle {
    QColor fill;
    QColor outline; ///< invalid: none
    StateShape shape = StateShape::full;
    StatePattern pattern = StatePattern::none; ///< on spans of Theme::kPatternFromPx and more
};

/// Mark at a point of a curve.
enum class Mark : std::uint8_t { circle, square, triangle, diamond, cross };

/// Style of a backend's curve.
struct CurveStyle {
    QColor color;
    Mark mark = Mark::circle;
    bool hollow = false; ///< only the mark's outline: distinguishes curves of the same colour
};

/// The look of plots and windows: colours, type and measures. Measures are in pixels at scale 1.
/// Threads: a value type; the fonts are loaded in the GUI thread by loadFonts().
struct Theme {
    static constexpr double kPatternFromPx = 12;

    bool isDark = false;
    double scale = 1;                                    ///< of type and measures
    std::array<double, 6> sizes{20, 16, 13, 12, 12, 11}; ///< px of type at scale 1
    double dataLine = 2;                                 ///< px of a line of data at scale 1
    double lanePitch = 12;                               ///< px from a lane to the next at scale 1, at least

    QColor window; ///< behind everything
    QColor panel;  ///< docks, cards, hover labels
    QColor plot;   ///< behind data
    QColor lane;   ///< an empty lane
    QColor grid;   ///< grid lines, borders
    QColor shade;  ///< a part of a plot with different conditions
    QColor text;
    QColor secondary; ///< axes, notes
    QColor accent;    ///< selection, links, a value's line
    QColor error;     ///< errors, values below zero
    QColor errorBackground;
    std::array<StateStyle, kStates> states;
    std::array<QColor, 6> groups; ///< holders of a lock, by the group of their lane
    std::array<CurveStyle, static_cast<std::size_t>(kLastBackend) + 1> curves;

    static Theme light();
    static Theme dark();
    /// The same with larger or smaller type and measures.
    Theme scaled(double factor) const;
    /// The same for a figure on a page: denser, while type (9 pt, nothing under 7) and lines (1.25 pt) stay legible.
    Theme forPrint() const;
    /// The same for the back row of a lecture hall: type and measures are fractions of a screen's `height` in px. On 1080
    /// lines: question 44, answer and titles 32, numbers and names 24, a lane 30, data lines 4.
    Theme forPresent(int height) const;

    const StateStyle& state(State state) const { return states[static_cast<std::size_t>(state)]; }
    const CurveStyle& curve(Backend backend) const { return curves[static_cast<std::size_t>(backend)]; }
    /// `px` at scale 1.
    double px(double value) const { return value * scale; }

    /// Sizes of type at scale 1.
    enum class Type : std::uint8_t { question, answer, body, title, label, small };
    QFont font(Type type, bool bold = false) const;

    /// White or black, whichever is legible on `background`.
    static QColor inkOn(const QColor& background);
    /// The same colour, shifted towards the text's as far as text in it needs on a plot and in its shade: a contrast of
    /// 4.5:1.
    QColor legible(const QColor& color) const;
    /// Blended half with the background: for what is unrelated to the highlight.
    QColor faded(const QColor& color) const;
};

/// Registers the bundled font with Qt. Called by Theme::font. Idempotent.
void loadFonts();

} // namespace threadscape
