#pragma once

#include <QLabel>

namespace threadscape {

/// One line of plain text; elided if it does not fit, with the whole text as the tooltip.
class ElidedLabel final : public QLabel {
public:
    explicit ElidedLabel(QWidget* parent = nullptr);

    /// Several lines are joined by a dot; the tooltip has them as they are. `more`: added to the tooltip in separate
    /// lines.
    void setWords(const QString& words, const QString& more = {});
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void tell();
    QString m_words;
    QString m_more;
};

} // namespace threadscape
