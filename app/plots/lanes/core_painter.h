#pragma once

#include "plots/lanes/lane_painter.h"
#include "view/lanes/core_picture.h"

#include <map>
#include <vector>

namespace threadscape {

/// Paints cores' lanes: which thread ran there, and, as fractions of the height, the use of the remaining time.
class CorePainter {
public:
    /// As for LanePainter. `tracks`: the threads in order: neighbours get different shades.
    CorePainter(QCPPainter& painter, const Theme& theme, QRectF area, double pxScale,
                const std::vector<TrackId>& tracks, QImage& image);

    void paint(const CorePicture& picture, const QRectF& lane, const Catalogue& names);
    /// Dims the slices of all other tracks.
    void paintOnly(const CorePicture& picture, const QRectF& lane, TrackId track);
    /// Draws the image, then the names.
    void finish();
    /// Explains grey and hatching, where the pictures contain them, in `heading`.
    void paintKey(const std::map<TrackId, CorePicture>& pictures, const QRectF& heading);

    /// The rectangle of a slice.
    QRectF placeOf(double fromPx, double toPx, const QRectF& lane) const;

private:
    static constexpr std::size_t kShades = 4;

    static Theme coreTheme(const Theme& theme);
    QColor shadeOf(TrackId track) const;
    void paintStretch(const CoreStretch& stretch, const QRectF& lane);
    void paintStolen(const QRectF& rect);

    QCPPainter& m_painter;
    const Theme& m_theme;
    Theme m_coreTheme; // states represent the threads that had the core
    QRectF m_area;
    const std::vector<TrackId>& m_tracks;
    LanePainter m_lanes;
};

} // namespace threadscape
