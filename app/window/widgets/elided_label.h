#pragma once

#include <QLabel>

namespace threadscape {

/// One line of plain words; what does not fit becomes an ellipsis, and the whole is the tooltip then.
class ElidedLabel final : public QLabel {
public:
    explicit ElidedLabel(QWidget* parent = nullptr);

    /// Several lines become one, with a dot between; the tooltip has them as they are. `more`: what it adds in lines of its
    /// own.
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
