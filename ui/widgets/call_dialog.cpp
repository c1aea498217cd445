// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/call_dialog.h"

#include "engine/tree/paths.h"
#include "ui/text/engine_text.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace zab {

CallDialog::CallDialog(ClientId client, OpCode op, const std::string& path, QWidget* parent)
    : QDialog(parent), m_call{client, {}, {}}, m_path(new QLineEdit(QString::fromStdString(path))), m_data(new QLineEdit), m_problem(new QLabel),
      m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel)) {
    m_call.request.op = op;
    const QString who = QStringLiteral("C%1").arg(client.value);
    setWindowTitle(op == OpCode::SetData ? tr("%1 writes").arg(who) : op == OpCode::Sync ? tr("%1 asks for a sync").arg(who) : tr("%1 reads").arg(who));
    setAttribute(Qt::WA_DeleteOnClose);
    auto* form = new QFormLayout(this);
    m_path->setPlaceholderText(QStringLiteral("/a"));
    m_path->setMinimumWidth(fontMetrics().averageCharWidth() * 36);
    form->addRow(tr("Path of the znode:"), m_path);
    form->addRow(tr("New data:"), m_data);
    form->setRowVisible(m_data, op == OpCode::SetData);
    m_problem->setWordWrap(true);
    form->addRow(m_problem);
    form->addRow(m_buttons);
    connect(m_path, &QLineEdit::textChanged, this, &CallDialog::check);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_buttons, &QDialogButtonBox::accepted, this, [this] {
        m_call.request.path = m_path->text().toStdString();
        m_call.request.data = m_data->text().toStdString();
        emit chosen(m_call);
        accept();
    });
    if (op == OpCode::SetData && !path.empty()) m_data->setFocus();
    check();
}

void CallDialog::check() {
    const std::string problem = pathProblem(m_path->text().toStdString());
    m_problem->setText(m_path->text().isEmpty() ? QString() : engineSentence(problem));
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(problem.empty());
}

}  // namespace zab
