#pragma once

#include "plots/style/theme.h"
#include "view/lanes/legend.h"

#include <QWidget>
#include <optional>

namespace threadscape {

/// The visible states, each with its share of the time. A click on one isolates it; a second click ends that. Keys: Left
/// and Right move, Space isolates. Threads: the GUI thread.
class LegendStrip final : public QWidget {
    Q_OBJECT

public:
    explicit LegendStrip(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    void setEntries(std::vector<LegendEntry> entries);
    void setIsolated(std::optional<State> state);
    /// A sentence at the right end of the first line; empty: none.
    void setNote(const QString& note);
    const QString& note() const { return m_note; }
    /// Without the shares.
    void setBrief(bool brief) { m_brief = brief; }
    /// Height is short: the shares are dropped before a second line is used.
    void setSparing(bool sparing) { m_sparing = sparing; }
    /// Height of all its lines.
    int heightNeeded(double width) const;
    /// Paints the same on another painter, from `left` on.
    void paintOn(QPainter& painter, const QRectF& area, double left) const;
    void paintNoteOn(QPainter& painter, const QRectF& area, double left) const;
    void setLeft(double left);

signals:
    /// The state to isolate, or -1 for none.
    void isolated(int state);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    struct Place {
        QRectF rect;
        QString words;
    };
    int lineHeight() const;
    std::vector<Place> places(const QRectF& area, double left) const;
    std::vector<Place> places(const QRectF& area, double left, bool brief) const;
    void paintSwatch(QPainter& painter, const StateStyle& style, const QRectF& rect) const;
    void choose(std::size_t index);

    Theme m_theme;
    std::vector<LegendEntry> m_entries;
    std::optional<State> m_isolated;
    QString m_note;
    std::size_t m_current = 0;
    double m_left = 0;
    bool m_brief = false;
    bool m_sparing = false;
};

} // namespace threadscape
