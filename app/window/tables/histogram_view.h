#pragma once

#include <QWidget>

#include "plots/style/theme.h"
#include "stats/histogram.h"

namespace threadscape {

/// A histogram of durations on a logarithmic axis, with its median, 99th percentile and maximum.
/// Threads: the GUI thread.
class HistogramView final : public QWidget {
    Q_OBJECT

public:
    explicit HistogramView(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    /// `histogram` in ns; `state`: sets the colour of the bars.
    void show(const QString& title, const Histogram& histogram, double longestNs, State state);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Theme m_theme = Theme::light();
    QString m_title;
    Histogram m_histogram;
    double m_longestNs = 0;
    State m_state = State::lock;
};

} // namespace threadscape
