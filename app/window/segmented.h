#pragma once

#include <QButtonGroup>
#include <QWidget>

namespace threadscape {

/// A few choices side by side, of which one is taken.
class Segmented final : public QWidget {
    Q_OBJECT

public:
    explicit Segmented(const QStringList& labels, QWidget* parent = nullptr);
    void setIndex(int index);
    int index() const { return m_buttons.checkedId(); }
    QAbstractButton* button(int index) const { return m_buttons.button(index); }

signals:
    /// By the user.
    void picked(int index);

private:
    QButtonGroup m_buttons;
};

} // namespace threadscape
