#pragma once

#include "plots/style/qcp.h"
#include "plots/style/theme.h"
#include "view/series/updates.h"

#include <QRectF>
#include <functional>
#include <map>

namespace threadscape {

/// Paints what threads did to a shared variable into their lanes: "read 0 → wrote 1" in each span, a bracket round equal
/// reads, a cross on each write that another one undid.
class UpdatePainter {
public:
    /// `x`: a time's place; `lanes`: where each track's lane is.
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
