#include "plots/lanes/operation_boxes.h"

#include "plots/lanes/lane_painter.h"
#include "plots/style/chip.h"
#include "text/hover_words.h"
#include "text/texts.h"
#include "view/lanes/task_of_box.h"

namespace threadscape {

namespace {

/// Start of the first box within `box`, or else its end, in px. Boxes are ordered by depth, then by time.
double freeUntil(const std::vector<OperationBox>& boxes, const OperationBox& box)
{
    const auto place = [](const OperationBox& b) { return std::pair(b.depth, b.fromPx); };
    const auto inner = std::ranges::lower_bound(boxes, std::pair(box.depth + 1, box.fromPx), {}, place);
    return inner != boxes.end() && inner->depth == box.depth + 1 ? std::min(inner->fromPx, box.toPx)
                                                                 : box.toPx;
}

/// The boxes of one lane.
class LaneBoxes {
public:
    LaneBoxes(QCPPainter& painter, const LaneScene& scene, const LanePainter& lanes, const VisibleLane& lane,
              bool named)
        : m_painter(painter),
          m_scene(scene),
          m_lanes(lanes),
          m_boxes(lane.picture->boxes),
          m_row(*lane.row),
          m_font(scene.theme().font(Theme::Type::small)),
          m_metrics(m_font),
          m_legible(m_metrics.height() - scene.px(3)),
          m_named(named)
    {
        // In a high lane each depth has a line for its names; else the outer name is where nothing is inside.
        const int deepest = m_boxes.empty() ? 0 : m_boxes.back().depth;
        m_step = m_row.rect.height() / (deepest + 1);
        m_stepped = named && deepest > 0 && m_step >= m_legible;
    }

    std::size_t paint()
    {
        std::size_t painted = 0;
        for (const OperationBox& box : m_boxes) {
            const QRectF rect = placeOf(box);
            if (rect.height() < m_scene.px(6))
                continue;
            paint(box, rect);
            ++painted;
        }
        return painted;
    }

private:
    QRectF placeOf(const OperationBox& box) const
    {
        const QRectF& lane = m_row.rect;
        const double inset = box.depth * m_scene.px(m_stepped ? 1 : 2);
        const double fromTop = m_stepped ? box.depth * m_step : inset;
        const double left = m_lanes.x(box.fromPx);
        return {left, lane.top() + fromTop, m_lanes.x(box.toPx) - left, lane.height() - fromTop - inset};
    }

    void paint(const OperationBox& box, const QRectF& rect)
    {
        const Theme& theme = m_scene.theme();
        const double line = std::max(1.0, m_scene.px(1));
        const bool stall = box.style == NumberStyle::stall;
        if (stall)
            LanePainter::hatch(m_painter, rect, theme.error, m_scene.px(8), 1.5 * line);
        const bool failed = taskStateOf(m_scene.trace(), m_row.track, box) == TaskState::failed;
        if (m_named && rect.height() >= m_legible)
            paintName(box, rect, failed);
        QColor outline = theme.text;
        outline.setAlphaF(0.7F);
        m_painter.setPen(failed || stall ? QPen(theme.error, 2 * line)
                                         : QPen(outline, line)); // on top: the chip may reach its edge
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawRect(rect.adjusted(line / 2, line / 2, -line / 2, -line / 2));
    }

    void paintName(const OperationBox& box, const QRectF& rect, bool failed)
    {
        const Catalogue& catalogue = m_scene.catalogue();
        QString words = inWords(operationWords(catalogue, box.text, box.number, box.style));
        if (failed)
            words = inWords(Text(TS_TEXT("timeline", "%1 failed")).arg(words.toStdString()));
        const double room = m_stepped ? rect.width() : m_lanes.x(freeUntil(m_boxes, box)) - rect.left();
        const double middle =
            m_stepped ? rect.top() + std::min(m_step, rect.height()) / 2 : rect.center().y();
        const auto fits = [&] { return m_metrics.horizontalAdvance(words) + m_scene.px(10) <= room; };
        if (box.style == NumberStyle::stall && !fits()) // the name is the most informative part
            words = nameInWords(catalogue.text(box.text));
        if (!words.isEmpty() && fits())
            paintChip(m_painter, m_scene.theme(), {rect.left() + m_scene.px(2), middle}, words, m_font);
    }

    QCPPainter& m_painter;
    const LaneScene& m_scene;
    const LanePainter& m_lanes;
    const std::vector<OperationBox>& m_boxes;
    const LaneLayout::Row& m_row;
    QFont m_font;
    QFontMetricsF m_metrics;
    double m_legible; // px that a name needs
    double m_step = 0;
    bool m_named;
    bool m_stepped = false;
};

} // namespace

std::size_t paintOperationBoxes(QCPPainter& painter, const LaneScene& scene,
                                const std::vector<VisibleLane>& shown, bool named)
{
    std::size_t painted = 0;
    LanePainter lanes(painter, scene.theme(), scene.area(), scene.perColumn(), scene.isolated(),
                      scene.canvas());
    for (const VisibleLane& lane : shown) {
        painted += LaneBoxes(painter, scene, lanes, lane, named).paint();
        lanes.paintNotifies(*lane.picture, lane.row->rect);
    }
    return painted;
}

} // namespace threadscape
