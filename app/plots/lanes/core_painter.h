#pragma once

#include "plots/lanes/lane_painter.h"
#include "view/lanes/core_picture.h"

#include <map>
#include <vector>

namespace threadscape {

/// Paints cores' lanes: who had them, and, as parts of the height, what became of the rest.
class CorePainter {
public:
    /// As for LanePainter. `tracks`: the threads, in their order: neighbours get different shades.
    CorePainter(QCPPainter& painter, const Theme& theme, QRectF area, double pxScale,
                const std::vector<TrackId>& tracks, QImage& image);

    void paint(const CorePicture& picture, const QRectF& lane, const Catalogue& names);
    /// Veils the slices of all others.
    void paintOnly(const CorePicture& picture, const QRectF& lane, TrackId track);
    /// Brings what was painted in the image to the painter; then the names.
    void finish();
    /// What grey and hatches mean, as far as they are in the pictures, in `heading`.
    void paintKey(const std::map<TrackId, CorePicture>& pictures, const QRectF& heading);

    /// Where a slice is painted.
    QRectF placeOf(double fromPx, double toPx, const QRectF& lane) const;

private:
    static constexpr std::size_t kShades = 4;

    static Theme coreTheme(const Theme& theme);
    QColor shadeOf(TrackId track) const;
    void paintStretch(const CoreStretch& stretch, const QRectF& lane);
    void paintStolen(const QRectF& rect);

    QCPPainter& m_painter;
    const Theme& m_theme;
    Theme m_coreTheme; // states stand for those who had the core
    QRectF m_area;
    const std::vector<TrackId>& m_tracks;
    LanePainter m_lanes;
};

} // namespace threadscape
