// SPDX-License-Identifier: GPL-3.0-or-later
// Who is there: group membership, service discovery and configuration. Ephemeral znodes say it, watches tell of changes.
#pragma once

#include "engine/client/recipes/recipe_base.h"

namespace zab {

/// Puts an ephemeral znode under the path and keeps it there: a member of a group (Curator GroupMember, which is a PersistentNode: it watches
/// its own znode and makes it again), who also sees the others, or an instance of a service (ServiceDiscoveryImpl).
class Member : public RecipeBase {
public:
    explicit Member(const RecipeOptions& options) : RecipeBase(options) {}
    void start(RecipeContext& c);
    void replied(RecipeContext& c, const Request& request, const Reply& reply);
    void heard(RecipeContext& c, const Heard& h);
    void leave(RecipeContext& c);

private:
    enum class Step : std::uint8_t { Create, MakeParents, Replace, Watch, SetData, ReadMembers, Rest, Deleting };
    void enter(RecipeContext& c);
    void go(RecipeContext& c, Step step);
    void isIn(RecipeContext& c);
    void rest(RecipeContext& c);
    void watched(RecipeContext& c, const Reply& reply);
    std::string dataText(RecipeContext& c) const;
    bool group() const { return m_options.kind == RecipeKind::Group; }

    Step m_step = Step::Create;
    std::string m_name;
    SimTime m_registered;
    bool m_again = false;     ///< the list has changed while something else was asked
    bool m_existed = false;   ///< its create found a znode of its name
    bool m_gone = false, m_changed = false;   ///< the same of its own znode
};

/// Keeps a list of the instances of a service (ServiceCache), or what a znode holds (NodeCache); what it knew last it goes on with.
class Listener : public RecipeBase {
public:
    explicit Listener(const RecipeOptions& options) : RecipeBase(options) {}
    void start(RecipeContext& c);
    void replied(RecipeContext& c, const Request& request, const Reply& reply);
    void heard(RecipeContext& c, const Heard& h);
    void leave(RecipeContext& c) { finish(c); }

private:
    void read(RecipeContext& c);
    void known(RecipeContext& c);
    void next(RecipeContext& c);
    bool config() const { return m_options.kind == RecipeKind::Config; }

    std::vector<std::string> m_names, m_found;
    std::size_t m_at = 0;
    bool m_again = false;
};

/// "10.0.0.1:8080" of the JSON text that Curator stores for an instance; empty where it is none.
std::string addressIn(const std::string& json);

}  // namespace zab
