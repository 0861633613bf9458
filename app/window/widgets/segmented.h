#pragma once

#include <QButtonGroup>
#include <QWidget>
#include <vector>

namespace threadscape {

/// A few choices side by side, of which one is taken; or several, and at least one.
class Segmented final : public QWidget {
    Q_OBJECT

public:
    enum class Takes : std::uint8_t { one, several };
    explicit Segmented(const QStringList& labels, QWidget* parent = nullptr)
        : Segmented(labels, Takes::one, parent)
    {
    }
    Segmented(const QStringList& labels, Takes takes, QWidget* parent = nullptr);
    void setIndex(int index);
    int index() const { return m_buttons.checkedId(); }
    /// Of several: those that are taken.
    void setTaken(const std::vector<bool>& taken);
    std::vector<bool> taken() const;
    QAbstractButton* button(int index) const { return m_buttons.button(index); }

signals:
    /// By the user: this one is taken, or of several it was taken or let go.
    void picked(int index);

private:
    QButtonGroup m_buttons;
};

} // namespace threadscape
