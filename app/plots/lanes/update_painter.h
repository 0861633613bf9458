#pragma once

#include "plots/style/qcp.h"
#include "plots/style/theme.h"
#include "view/series/updates.h"

#include <QRectF>
#include <functional>
#include <map>

namespace threadscape {

/// Paints threads' updates of a shared variable into their lanes: "read 0 → wrote 1" in each span, a bracket around equal
/// reads, a cross on each lost write.
class UpdatePainter {
public:
    /// `x`: position of a time; `lanes`: rectangle of each track's lane.
    UpdatePainter(QCPPainter& painter, const Theme& theme, std::function<double(std::int64_t)> x,
                  std::map<TrackId, QRectF> lanes);

    void paint(const UpdatesPicture& picture);

private:
    void paintWords(const Update& update, const QRectF& lane);
    void paintCross(const Update& update, const QRectF& lane);
    void paintBracket(const EqualReads& equal);

    QCPPainter& m_painter;
    const Theme& m_theme;
    std::function<double(std::int64_t)> m_x;
    std::map<TrackId, QRectF> m_lanes;
};

} // namespace threadscape
