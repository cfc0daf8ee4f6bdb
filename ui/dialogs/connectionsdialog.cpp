// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/connectionsdialog.h"

#include "ui/dialogs/connectiondialog.h"
#include "ui/dialogs/signinwords.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QUndoCommand>
#include <QUndoStack>
#include <QVBoxLayout>

#include <algorithm>

namespace pdsi {

namespace {

enum Column { NameColumn, AddressColumn, SignInColumn, DefaultColumn };

/// Takes a connection off the list; its secrets stay where they are until that is final.
class RemoveConnection final : public QUndoCommand
{
public:
    RemoveConnection(ConnectionAccess &access, const Connection &connection, bool wasDefault)
        : QUndoCommand(ConnectionsDialog::tr("Remove %1").arg(connection.name)), m_access(access), m_connection(connection),
          m_wasDefault(wasDefault)
    {
    }

    void redo() override { setObsolete(!m_access.remove(m_connection)); }

    void undo() override
    {
        setObsolete(!m_access.save(m_connection));
        if (m_wasDefault && !isObsolete())
            (void)m_access.setDefault(m_connection.id); // the list is back; which comes first is a small thing
    }

private:
    ConnectionAccess &m_access;
    const Connection m_connection;
    const bool m_wasDefault;
};

QString addressWords(const QUrl &baseUrl)
{
    const QString region = regionOf(baseUrl);
    return region == QLatin1String("us") ? ConnectionsDialog::tr("United States")
        : region == QLatin1String("eu")  ? ConnectionsDialog::tr("Europe")
                                         : baseUrl.toString();
}

} // namespace

ConnectionsDialog::ConnectionsDialog(ConnectionAccess &access, QWidget *parent)
    : QDialog(parent), m_access(access), m_list(new QTreeWidget), m_notice(new QLabel), m_undo(new QUndoStack(this))
{
    setObjectName(QStringLiteral("connectionsDialog"));
    setWindowTitle(tr("Connections"));
    build();
    connect(&m_access, &ConnectionAccess::changed, this, &ConnectionsDialog::refresh);
    refresh();
}

ConnectionsDialog::~ConnectionsDialog() = default;

QPushButton *ConnectionsDialog::button(const char *name, const QString &text, void (ConnectionsDialog::*does)())
{
    auto *made = new QPushButton(text);
    made->setObjectName(QLatin1String(name));
    made->setAutoDefault(false);
    connect(made, &QPushButton::clicked, this, does);
    return made;
}

void ConnectionsDialog::build()
{
    m_list->setObjectName(QStringLiteral("connectionList"));
    m_list->setAccessibleName(tr("Connections"));
    m_list->setHeaderLabels({tr("Name"), tr("Account"), tr("Sign-in"), tr("Default")});
    m_list->setRootIsDecorated(false);
    m_list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_notice->setObjectName(QStringLiteral("connectionsNotice"));
    m_notice->setTextFormat(Qt::PlainText);
    m_notice->setWordWrap(true);
    auto *side = new QVBoxLayout;
    side->addWidget(button("addConnection", tr("&Add..."), &ConnectionsDialog::add));
    side->addWidget(m_edit = button("editConnection", tr("&Edit..."), &ConnectionsDialog::edit));
    side->addWidget(m_duplicate = button("duplicateConnection", tr("&Duplicate..."), &ConnectionsDialog::duplicate));
    side->addWidget(m_remove = button("removeConnection", tr("&Remove"), &ConnectionsDialog::remove));
    side->addWidget(m_default = button("defaultConnection", tr("&Make default"), &ConnectionsDialog::makeDefault));
    side->addStretch();
    side->addWidget(m_collect = button("collectWithConnection", tr("&Collect..."), &ConnectionsDialog::collect));
    auto *row = new QHBoxLayout;
    row->addWidget(m_list, 1);
    row->addLayout(side);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(row, 1);
    layout->addWidget(m_notice);
    layout->addWidget(buttons);
    auto *undo = m_undo->createUndoAction(this, tr("&Undo"));
    undo->setShortcut(QKeySequence::Undo);
    auto *redo = m_undo->createRedoAction(this, tr("Redo"));
    redo->setShortcut(QKeySequence::Redo);
    addActions({undo, redo});
    auto *undoButton = buttons->addButton(tr("&Undo"), QDialogButtonBox::ActionRole);
    undoButton->setObjectName(QStringLiteral("undoConnections"));
    undoButton->setEnabled(false);
    connect(m_undo, &QUndoStack::canUndoChanged, undoButton, &QWidget::setEnabled);
    connect(m_undo, &QUndoStack::undoTextChanged, undoButton, &QWidget::setToolTip);
    connect(undoButton, &QPushButton::clicked, m_undo, &QUndoStack::undo);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &ConnectionsDialog::enableButtons);
    connect(m_list, &QTreeWidget::itemActivated, this, &ConnectionsDialog::edit);
    resize(680, 360);
}

void ConnectionsDialog::refresh()
{
    const auto before = current();
    const auto listed = m_access.list();
    m_connections = listed ? *listed : QList<Connection>();
    const auto chosen = m_access.defaultId();
    m_list->clear();
    for (const Connection &connection : std::as_const(m_connections)) {
        const bool isDefault = chosen && *chosen == connection.id;
        auto *item = new QTreeWidgetItem(m_list, {connection.name, addressWords(connection.baseUrl),
                                                  connection.signIn == SignInKind::OAuth ? tr("Browser") : tr("API key"),
                                                  isDefault ? tr("default") : QString()});
        if (before && before->id == connection.id)
            m_list->setCurrentItem(item);
    }
    if (!m_list->currentItem())
        m_list->setCurrentItem(m_list->topLevelItem(0));
    m_notice->setText(!listed ? signInSentence(listed.error())
                          : m_connections.isEmpty()
                          ? tr("No connections yet. Add one to collect an account; a read-only API key is all it takes.")
                          : tr("Secrets are in the keychain, or in memory for this session; none is in a file."));
    enableButtons();
}

std::optional<Connection> ConnectionsDialog::current() const
{
    const int row = m_list->indexOfTopLevelItem(m_list->currentItem());
    return row < 0 || row >= m_connections.size() ? std::nullopt : std::optional(m_connections.at(row));
}

void ConnectionsDialog::enableButtons()
{
    const auto connection = current();
    const bool saved = connection && !ConnectionAccess::isEnvironment(*connection);
    m_edit->setEnabled(connection.has_value());
    m_edit->setText(connection && !saved ? tr("&Look at...") : tr("&Edit..."));
    m_duplicate->setEnabled(saved);
    m_remove->setEnabled(saved);
    m_default->setEnabled(saved);
    m_collect->setEnabled(connection.has_value());
}

void ConnectionsDialog::open(const Connection &connection)
{
    auto *dialog = new ConnectionDialog(m_access, connection, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (m_browser)
        dialog->setBrowser(m_browser);
    connect(dialog, &ConnectionDialog::saved, this, [this](const Connection &saved) {
        for (int row = 0; row < m_connections.size(); ++row) {
            if (m_connections.at(row).id == saved.id)
                m_list->setCurrentItem(m_list->topLevelItem(row));
        }
    });
    dialog->open();
}

void ConnectionsDialog::add() { open({}); }

void ConnectionsDialog::edit()
{
    if (const auto connection = current())
        open(*connection);
}

QString ConnectionsDialog::freeName(const QString &wanted) const
{
    const auto taken = [this](const QString &name) {
        return std::any_of(m_connections.begin(), m_connections.end(), [&](const Connection &c) { return c.name == name; });
    };
    for (int n = 2;; ++n) {
        const QString number = QStringLiteral(" %1").arg(n);
        const QString name = wanted.left(100 - number.size()) + number;
        if (!taken(name))
            return name;
    }
}

/// Settings only: whoever wants the secret again enters it again.
void ConnectionsDialog::duplicate()
{
    auto copy = current();
    if (!copy)
        return;
    copy->name = freeName(copy->name);
    copy->id.clear();
    copy->oauth.usesClientSecret = false;
    open(*copy);
}

void ConnectionsDialog::remove()
{
    const auto connection = current();
    if (!connection)
        return;
    const auto chosen = m_access.defaultId();
    m_undo->push(new RemoveConnection(m_access, *connection, chosen && *chosen == connection->id));
    const auto listed = m_access.list();
    const bool still = !listed || std::any_of(listed->begin(), listed->end(), [&](const Connection &c) { return c.id == connection->id; });
    if (still) {
        m_notice->setText(signInSentence(listed ? Error{ErrorCode::CannotWrite, connection->name} : listed.error()));
        return;
    }
    m_removed << connection->id;
    m_notice->setText(tr("%1 was removed. Undo brings it back; its secrets leave the keychain when this window is closed.")
                          .arg(connection->name));
}

void ConnectionsDialog::makeDefault()
{
    const auto connection = current();
    if (!connection)
        return;
    if (const auto set = m_access.setDefault(connection->id); !set)
        m_notice->setText(signInSentence(set.error()));
}

void ConnectionsDialog::collect()
{
    const auto connection = current();
    if (!connection)
        return;
    accept();
    Q_EMIT collectRequested(*connection);
}

void ConnectionsDialog::done(int result)
{
    const auto listed = m_access.list();
    for (const QString &id : std::as_const(m_removed)) {
        const bool back = !listed || std::any_of(listed->begin(), listed->end(), [&](const Connection &c) { return c.id == id; });
        if (!back)
            m_access.forget(id);
    }
    m_removed.clear();
    m_undo->clear();
    QDialog::done(result);
}

} // namespace pdsi
