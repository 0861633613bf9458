#pragma once

#include "plots/style/qcp.h"

namespace threadscape {

/// Ticks of a time axis in ns: steps of 1, 2, 5, labelled in s, ms or µs, the unit once at the last tick.
class TimeTicker final : public QCPAxisTicker {
public:
    /// The axis's length and the font of its labels, in pixels: decide how many ticks fit.
    void setRoom(double widthPx, const QFont& font);

protected:
    void generate(const QCPRange& range, const QLocale& locale, QChar formatChar, int precision,
                  QVector<double>& ticks, QVector<double>* subTicks, QVector<QString>* tickLabels) override;

private:
    double m_widthPx = 600;
    QFont m_font;
};

/// Ticks at steps of 1, 2, 5 with numbers in the locale's format; only integers if `whole`.
class NumberTicker final : public QCPAxisTicker {
public:
    explicit NumberTicker(bool whole) : m_whole(whole) {}
    void setWhole(bool whole) { m_whole = whole; }
    /// The axis's length and the height of a label, in pixels: labels do not overlap.
    void setRoom(double heightPx, double linePx);

protected:
    double getTickStep(const QCPRange& range) override;
    QString getTickLabel(double tick, const QLocale& locale, QChar formatChar, int precision) override;
    int getSubTickCount(double) override { return 0; }

private:
    bool m_whole;
    double m_lines = 4; ///< of labels that fit
    double m_step = 1;
};

} // namespace threadscape
