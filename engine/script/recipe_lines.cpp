// SPDX-License-Identifier: GPL-3.0-or-later
// The lines about recipes (§10): what clients do in them, and what is expected of them.
#include "engine/script/line_reader.h"
#include "engine/script/words.h"
#include "engine/tree/paths.h"

#include <optional>

namespace zab::script {
namespace {

std::optional<RecipeState> stateWord(const LineReader& line) {
    return line.peek().kind == Token::Kind::Word ? recipeStateByName(line.peek().text) : std::nullopt;
}

void parseLike(LineReader& line, RecipeOptions& o) {
    if (!line.acceptWord("like")) return;
    if (!line.isWord("curator") && !line.isWord("kazoo")) line.failExpected("curator or kazoo");
    o.like = line.take().text == "kazoo" ? RecipeLibrary::Kazoo : RecipeLibrary::Curator;
}

/// "like kazoo unprotected naive hold 2s times 5", as far as the recipe has them, in any order.
void parseOptions(LineReader& line, RecipeOptions& o) {
    const bool naive = o.kind == RecipeKind::Lock, role = naive;
    const std::string expected = std::string(role ? "read, write, naive, " : "") + "like, unprotected, hold or times";
    Token naiveAt, timesAt;
    while (!line.atEnd()) {
        const Token t = line.peek();
        if (role && line.acceptWord("read")) o.role = RecipeRole::Read;
        else if (role && line.acceptWord("write")) o.role = RecipeRole::Write;
        else if (naive && line.acceptWord("naive")) o.naive = true, naiveAt = t;
        else if (line.acceptWord("unprotected")) o.isProtected = false;
        else if (line.acceptWord("hold")) o.hold = line.time("how long it holds", SimTime{1});
        else if (line.acceptWord("times")) o.times = line.number("how many turns", 1, 1000000), timesAt = t;
        else if (line.isWord("like")) parseLike(line, o);
        else line.failExpected(expected);
    }
    if (o.role != RecipeRole::None) o.kind = RecipeKind::ReadWriteLock;
    if (o.naive && o.role != RecipeRole::None) line.fail(naiveAt, "the naive lock is an exclusive one: naive and " + std::string(recipeRoleName(o.role)) + " do not go together");
    if (o.times > 1 && o.hold.us == 0) line.fail(timesAt, "times needs hold: how long each turn takes");
}

/// The recipes with few words of their own; false if it is none of them.
bool parseOther(LineReader& line, RecipeOptions& o) {
    struct Word {
        const char* word;
        RecipeKind kind;
        RecipeRole role;
    };
    constexpr Word words[] = {{"barrier", RecipeKind::Barrier, RecipeRole::None},  {"enter", RecipeKind::DoubleBarrier, RecipeRole::None},
                              {"offer", RecipeKind::Queue, RecipeRole::Offer},     {"take", RecipeKind::Queue, RecipeRole::Take},
                              {"join", RecipeKind::Group, RecipeRole::None},       {"configure", RecipeKind::Config, RecipeRole::None},
                              {"provide", RecipeKind::Service, RecipeRole::Provide}, {"discover", RecipeKind::Service, RecipeRole::Discover}};
    for (const Word& w : words) {
        if (!line.acceptWord(w.word)) continue;
        o.kind = w.kind;
        o.role = w.role;
        o.path = line.validPath();
        if (w.kind == RecipeKind::DoubleBarrier) {
            line.expectWord("count");
            o.count = line.number("how many have to come", 1, kMostClients);
        }
        if (w.role == RecipeRole::Offer) o.data = line.string("the element");
        const bool text = w.kind == RecipeKind::Group || w.role == RecipeRole::Provide;
        if (text && line.peek().kind == Token::Kind::String) {
            const Token where = line.peek();
            o.data = w.role == RecipeRole::Provide ? takeAddress(line) : line.take().text;
            if (w.kind == RecipeKind::Group && (o.data.empty() || o.data.find('/') != std::string::npos || !isValidPath("/" + o.data)))
                line.fail(where, "a member has the name of a znode, without a slash");
        }
        if (w.kind == RecipeKind::Queue) parseLike(line, o);
        if (w.role == RecipeRole::Take && line.acceptWord("times")) o.times = line.number("how many elements", 1, 1000000);
        return true;
    }
    return false;
}

}  // namespace

bool parseRecipe(LineReader& line, ClientId client, ClientId last, Command& command) {
    RecipeOptions o;
    if (line.isWord("lock") || line.isWord("elect")) {
        o.kind = line.take().text == "elect" ? RecipeKind::Election : RecipeKind::Lock;
        o.path = line.validPath();
        parseOptions(line, o);
        command = StartRecipe{client, o, last};
        return true;
    }
    if (parseOther(line, o)) {
        command = StartRecipe{client, o, last};
        return true;
    }
    for (int i = 0; i < static_cast<int>(RecipeEnd::Count_); ++i) {
        if (!line.acceptWord(recipeEndWord(static_cast<RecipeEnd>(i)))) continue;
        command = LeaveRecipe{client, static_cast<RecipeEnd>(i), line.validPath(), last};
        return true;
    }
    if (line.acceptWord("use")) {
        UseResource u{client, line.validPath(), {}, true, last};
        if (line.peek().kind == Token::Kind::String) u.data = line.take().text;
        u.fenced = !line.acceptWord("unfenced");
        command = u;
        return true;
    }
    return false;
}

bool parseRecipeExpect(LineReader& line, Expect& e) {
    if (const auto state = stateWord(line)) {
        line.take();
        e.what = Expect::What::Recipe;
        e.recipe = *state;
        e.path = line.path();
        return true;
    }
    if (line.acceptWord("knows")) {
        e.what = Expect::What::Knows;
        e.path = line.path();
        e.data = line.string("what it knows");
        return true;
    }
    return false;
}

}  // namespace zab::script
