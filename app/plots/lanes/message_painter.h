#pragma once

#include "plots/style/qcp.h"
#include "plots/style/theme.h"
#include "view/arrows/message_lines.h"

#include <vector>

namespace threadscape {

/// Paints the messages between lanes as arrows that contrast with any state, and lie within `area`.
class MessagePainter {
public:
    MessagePainter(QCPPainter& painter, const Theme& theme, const QRectF& area);

    /// Thin and uniform. `faint`: dimmed behind a highlight.
    void paint(const std::vector<DrawnMessage>& messages, bool faint);
    /// Highlights the one that is pointed at, or selected.
    void paintLit(const MessageLine& line);

private:
    void paintArrows(const std::vector<MessageLine>& lines, const QColor& color, double width);
    void paintEnds(const MessageLine& line, const QColor& color, double width);

    QCPPainter& m_painter;
    const Theme& m_theme;
    QRectF m_area;
};

} // namespace threadscape
