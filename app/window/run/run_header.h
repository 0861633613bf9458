#pragma once

#include <QToolButton>
#include <QWidget>

namespace threadscape {

class ElidedLabel;

/// One line above the plots of one of two runs: what it is, and one button. Escape within it emits dismissed().
class RunHeader final : public QWidget {
    Q_OBJECT

public:
    explicit RunHeader(QWidget* parent = nullptr);

    /// `name` is bold: "Pinned". `more` is added to the tooltip.
    void setWords(const QString& name, const QString& words, const QString& more = {});
    QString words() const;
    QToolButton* button() const { return m_button; }

signals:
    void dismissed();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QLabel* m_name;
    ElidedLabel* m_words;
    QToolButton* m_button;
};

} // namespace threadscape
