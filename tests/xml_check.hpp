// XML, checked.
//
// Well-formed without a DTD: tags nest, attributes are quoted and differ, entities are the five or valid
// numbers, all characters are XML's. Collects what a test asks for.
// SPDX-License-Identifier: MIT
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "entente/text/utf8.hpp"

struct Xml {
    std::string fault;  // "" = well-formed
    std::set<std::string> elements, attributes;
    std::vector<std::string> groups;  // class of each <g> that has one
    std::vector<std::string> titles;  // text of <title>, decoded
    std::vector<std::string> texts;   // text of <text>, decoded
};

class XmlCheck {
  public:
    explicit XmlCheck(std::string_view text) : text_(text) {}

    Xml check() {
        if (!entente::is_utf8(text_)) fail("not UTF-8");
        if (text_.starts_with("<?xml ")) at_ = text_.find("?>") + 2;
        bool rooted = false;
        while (at_ < text_.size() && out_.fault.empty()) {
            if (text_[at_] == '<') {
                if (open_.empty() && rooted && text_[at_ + 1] != '/') fail("a second root");
                tag();
                rooted = true;
            } else {
                const std::size_t end = std::min(text_.find('<', at_), text_.size());
                const std::string words = decoded(text_.substr(at_, end - at_));
                if (open_.empty() && words.find_first_not_of(" \r\n\t") != std::string::npos)
                    fail("text outside the root");
                if (!open_.empty() && open_.back() == "title") out_.titles.back() += words;
                if (!open_.empty() && open_.back() == "text") out_.texts.back() += words;
                at_ = end;
            }
        }
        if (out_.fault.empty() && (!open_.empty() || !rooted)) fail("not closed");
        return out_;
    }

  private:
    void fail(const std::string& what) {
        if (out_.fault.empty()) out_.fault = what + " at byte " + std::to_string(at_);
    }

    static bool allowed(unsigned long c) {
        return c == 9 || c == 10 || c == 13 || (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) ||
               (c > 0xFFFF && c < 0x110000);
    }

    std::string decoded(std::string_view raw) {
        std::string out;
        for (std::size_t i = 0; i < raw.size();) {
            if (raw[i] == '&') {
                const std::size_t end = raw.find(';', i);
                if (end == std::string_view::npos) return fail("a bare &"), out;
                const std::string name(raw.substr(i + 1, end - i - 1));
                static const std::pair<const char*, const char*> five[] = {
                    {"amp", "&"}, {"lt", "<"}, {"gt", ">"}, {"quot", "\""}, {"apos", "'"}};
                bool known = false;
                for (const auto& [key, value] : five) {
                    if (name == key) out += value, known = true;
                }
                if (!known && name.size() > 1 && name[0] == '#') {
                    const unsigned long code =
                        name[1] == 'x' ? std::stoul(name.substr(2), nullptr, 16) : std::stoul(name.substr(1));
                    if (!allowed(code)) return fail("a character that XML does not know"), out;
                    entente::append_utf8(out, static_cast<char32_t>(code));
                } else if (!known) {
                    return fail("an unknown entity " + name), out;
                }
                i = end + 1;
            } else {
                const entente::CodePoint c = entente::decode(raw, i);
                if (!allowed(c.value)) return fail("a character that XML does not know"), out;
                out += raw.substr(i, c.size);
                i += c.size;
            }
        }
        return out;
    }

    static bool name_letter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == ':' ||
               c == '_' || c == '.';
    }

    std::string name() {
        const std::size_t from = at_;
        while (at_ < text_.size() && name_letter(text_[at_]))
            ++at_;
        if (from == at_) fail("a name is wanted");
        return std::string(text_.substr(from, at_ - from));
    }

    bool skip(char c) {
        if (at_ >= text_.size() || text_[at_] != c) return false;
        ++at_;
        return true;
    }

    void tag() {
        ++at_;
        if (skip('/')) {
            const std::string closed = name();
            if (open_.empty() || open_.back() != closed || !skip('>')) return fail("</" + closed + "> closes nothing");
            open_.pop_back();
            return;
        }
        const std::string element = name();
        out_.elements.insert(element);
        if (element == "title") out_.titles.emplace_back();
        if (element == "text") out_.texts.emplace_back();
        std::set<std::string> seen;
        while (out_.fault.empty()) {
            const bool blank = at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\n');
            while (skip(' ') || skip('\n')) {
            }
            if (skip('/')) return skip('>') ? void() : fail("a stray /");
            if (skip('>')) return open_.push_back(element);
            const std::string attribute = name();
            if (!blank || !skip('=') || !skip('"')) return fail("an attribute is not quoted");
            const std::size_t end = text_.find('"', at_);
            if (end == std::string_view::npos) return fail("a quote is not closed");
            if (text_.substr(at_, end - at_).find('<') != std::string_view::npos) return fail("< in an attribute");
            const std::string value = decoded(text_.substr(at_, end - at_));
            if (!seen.insert(attribute).second) return fail("twice the attribute " + attribute);
            out_.attributes.insert(attribute);
            if (element == "g" && attribute == "class") out_.groups.push_back(value);
            at_ = end + 1;
        }
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::vector<std::string> open_;
    Xml out_;
};

inline Xml check_xml(std::string_view text) {
    return XmlCheck(text).check();
}
