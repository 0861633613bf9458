#pragma once

#include "plots/style/qcp.h"
#include "plots/style/theme.h"
#include "view/lanes/timeline.h"

#include <QImage>

namespace threadscape {

/// Paints the LanePicture of one lane. On a screen, columns of many states are drawn into one image; in a vector file
/// everything is rectangles and lines within the lane, since SVG is not clipped.
class LanePainter {
public:
    /// `area`: of all lanes; `pxScale`: logical pixels per column of the pictures; `image`: scratch buffer, reused by the
    /// caller across frames.
    LanePainter(QCPPainter& painter, const Theme& theme, QRectF area, double pxScale,
                std::optional<State> isolated, QImage& image);
    /// Draws the image.
    void finish();

    /// The parts of a lane: its states, and the bar of held locks below them.
    struct Parts {
        QRectF states;
        QRectF holds;
    };
    static Parts partsOf(const Theme& theme, const QRectF& lane, bool withHolds);

    void paintStates(const LanePicture& picture, const QRectF& states);
    void paintHolds(const LanePicture& picture, const QRectF& bar, const std::vector<QColor>& colors);
    /// Only what is related to `lock`: waits for it, and holds of it.
    void paintLit(const LanePicture& picture, const Parts& parts, ObjectId lock,
                  const std::vector<QColor>& colors);
    void paintLost(const LanePicture& picture, const QRectF& lane);
    void paintNotifies(const LanePicture& picture, const QRectF& lane);
    /// The arrow head of an unfinished wait.
    void paintArrowHead(const QRectF& states, double toPx, State state);

    double x(double px) const { return snapped(m_area.left() + px * m_pxScale); }
    /// The rectangle in which a run of that state is painted.
    QRectF shapeOf(const StateStyle& style, const QRectF& states, double fromPx, double toPx) const;

    static void hatch(QCPPainter& painter, const QRectF& rect, const QColor& color, double spacing,
                      double width);

private:
    double snapped(double value) const;
    QColor colorOf(State state) const { return m_colors[static_cast<std::size_t>(state)]; }
    void paintRun(const StateRun& run, const QRectF& states);
    void paintColumn(const MixedColumn& column, const QRectF& states);
    void paintPixels(const LanePicture& picture, const QRectF& states);

    QCPPainter& m_painter;
    const Theme& m_theme;
    QRectF m_area;
    double m_pxScale;
    std::optional<State> m_isolated;
    double m_ratio = 1;     // device pixels per logical one
    bool m_vectors = false; // no image, no snapping
    QImage& m_image;
    std::vector<QRect> m_strips; // of the image, painted so far
    std::vector<int> m_tops;     // scratch: by state and column
    std::array<QColor, kStates> m_colors;
    std::array<QColor, kStates> m_stackColors; // in mixed columns
};

} // namespace threadscape
