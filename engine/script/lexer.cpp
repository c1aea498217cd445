// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/script/lexer.h"

#include "engine/base/utf8.h"

namespace zab::script {
namespace {

constexpr std::size_t kLongestName = 40;   // of a token in an error

int hexDigit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

bool isSpace(char c) { return c == ' ' || c == '\t' || c == '\r'; }
bool isSign(char c) { return c == '|' || c == '(' || c == ')'; }

class Lexer {
public:
    explicit Lexer(std::string_view line) : m_line(line) {}

    std::vector<Token> run() {
        std::vector<Token> tokens;
        while (true) {
            while (m_at < m_line.size() && isSpace(m_line[m_at])) advance();
            if (m_at >= m_line.size() || m_line[m_at] == '#') break;
            tokens.push_back(next());
        }
        tokens.push_back({Token::Kind::End, {}, m_column});
        while (m_at < m_line.size()) advance();   // a comment, too, must be text
        return tokens;
    }

private:
    Token next() {
        const char c = m_line[m_at];
        if (c == '"') return string();
        Token t{Token::Kind::Sign, {}, m_column};
        if (isSign(c)) {
            t.text = c;
            advance();
            return t;
        }
        t.kind = Token::Kind::Word;
        const std::size_t from = m_at;
        while (m_at < m_line.size() && !isSpace(m_line[m_at]) && !isSign(m_line[m_at]) && m_line[m_at] != '"') advance();
        t.text = m_line.substr(from, m_at - from);
        return t;
    }

    Token string() {
        Token t{Token::Kind::String, {}, m_column};
        advance();
        while (true) {
            if (m_at >= m_line.size()) throw ParseFailure{t.column, "this string has no closing quote"};
            const char c = m_line[m_at];
            if (c == '"') break;
            if (c == '\\') {
                t.text += escape();
                continue;
            }
            const std::size_t from = m_at;
            advance();
            t.text += m_line.substr(from, m_at - from);
        }
        advance();
        return t;
    }

    char escape() {
        const int column = m_column;
        advance();
        const char c = m_at < m_line.size() ? m_line[m_at] : ' ';
        if (c == 'x' && m_at + 2 < m_line.size() && hexDigit(m_line[m_at + 1]) >= 0 && hexDigit(m_line[m_at + 2]) >= 0) {
            const int value = hexDigit(m_line[m_at + 1]) * 16 + hexDigit(m_line[m_at + 2]);
            for (int i = 0; i < 3; ++i) advance();
            return static_cast<char>(value);
        }
        if (c != 'n' && c != 't' && c != '"' && c != '\\')
            throw ParseFailure{column, "expected \\\", \\\\, \\n, \\t or \\xHH in a string"};
        advance();
        return c == 'n' ? '\n' : c == 't' ? '\t' : c;
    }

    void advance() {
        const std::size_t n = utf8Length(m_line.substr(m_at));
        if (n == 0) throw ParseFailure{m_column, "this is not UTF-8 text"};
        const auto c = static_cast<unsigned char>(m_line[m_at]);
        if ((c < 0x20 && c != '\t' && c != '\r') || c == 0x7f) throw ParseFailure{m_column, "a control character is not allowed here"};
        m_at += n;
        ++m_column;
    }

    std::string_view m_line;
    std::size_t m_at = 0;
    int m_column = 1;
};

}  // namespace

std::vector<Token> tokenize(std::string_view line) { return Lexer(line).run(); }

std::string quoted(std::string_view text) {
    constexpr char digits[] = "0123456789abcdef";
    std::string out = "\"";
    while (!text.empty()) {
        const std::size_t n = utf8Length(text);
        const auto c = static_cast<unsigned char>(text[0]);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += text[0];
        } else if (c == '\n' || c == '\t') {
            out += c == '\n' ? "\\n" : "\\t";
        } else if (n == 0 || c < 0x20 || c == 0x7f) {
            out += "\\x";
            out += digits[c >> 4];
            out += digits[c & 15];
        } else {
            out += text.substr(0, n);
        }
        text.remove_prefix(n ? n : 1);
    }
    return out + '"';
}

std::string nameOf(const Token& token) {
    if (token.kind == Token::Kind::End) return "the end of the line";
    std::string_view text = token.text;
    std::string shown;
    while (!text.empty() && shown.size() < kLongestName) {
        const std::size_t n = utf8Length(text);
        const bool plain = n > 0 && static_cast<unsigned char>(text[0]) >= 0x20;
        shown += plain ? std::string(text.substr(0, n)) : "?";
        text.remove_prefix(plain ? n : 1);
    }
    if (!text.empty()) shown += "...";
    return token.kind == Token::Kind::String ? "the string \"" + shown + "\"" : "'" + shown + "'";
}

}  // namespace zab::script
