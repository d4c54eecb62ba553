// JSON, read and written.
//
// RapidJSON's one door. Its default parser recurses, so a million brackets end the program; the iterative one does
// not, but what walks its tree afterwards (destructors, writers) still may. So depth is checked on the bytes first,
// together with the two things RapidJSON wrongly accepts: a NUL after the value, and a byte order mark.
// SPDX-License-Identifier: MIT
#include "entente/json.hpp"

#include <fmt/core.h>
#include <rapidjson/document.h>
#include <rapidjson/error/en.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include "entente/text/utf8.hpp"

namespace entente {
namespace {

constexpr std::size_t max_depth = 512;

const rapidjson::Value& value_of(const void* value) {
    return *static_cast<const rapidjson::Value*>(value);
}

// The offset of the bracket that goes too deep, or of a NUL byte, or npos.
std::size_t too_deep_or_nul(std::string_view text) {
    std::size_t depth = 0;
    bool quoted = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '\0') return at;
        if (quoted) {
            if (c == '\\')
                ++at;
            else if (c == '"')
                quoted = false;
        } else if (c == '"') {
            quoted = true;
        } else if (c == '[' || c == '{') {
            if (++depth > max_depth) return at;
        } else if ((c == ']' || c == '}') && depth > 0) {
            --depth;
        }
    }
    return std::string_view::npos;
}

const char* type_name(const rapidjson::Value& v) {
    static constexpr const char* names[] = {"null", "false", "true", "an object", "an array", "a string", "a number"};
    return names[v.GetType()];
}

}  // namespace

struct JsonDocument::Tree {
    rapidjson::Document document;
    std::string file;
    std::size_t line = 1;
};

JsonDocument::JsonDocument(std::string_view text, std::string_view file, std::size_t line)
    : tree_(std::make_unique<Tree>()) {
    tree_->file = file;
    tree_->line = line;
    const auto fail = [&](std::size_t at, std::string_view what) {
        Error::Place place = locate(file, text, at);
        place.line += line - 1;
        return Error(Error::Kind::data, std::move(place), "this is not JSON: " + std::string(what));
    };
    if (text.starts_with("\xEF\xBB")) throw fail(0, "it begins with a byte order mark");
    if (const auto at = too_deep_or_nul(text); at != std::string_view::npos) {
        throw fail(at, text[at] == '\0' ? "a NUL byte" : fmt::format("nested deeper than {}", max_depth));
    }
    constexpr unsigned flags =
        rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag | rapidjson::kParseFullPrecisionFlag;
    tree_->document.Parse<flags>(text.data(), text.size());
    if (tree_->document.HasParseError()) {
        throw fail(tree_->document.GetErrorOffset(), rapidjson::GetParseError_En(tree_->document.GetParseError()));
    }
}

JsonDocument::JsonDocument(JsonDocument&&) noexcept = default;
JsonDocument& JsonDocument::operator=(JsonDocument&&) noexcept = default;
JsonDocument::~JsonDocument() = default;

Json JsonDocument::root() const {
    return {this, &tree_->document, ""};
}

Error Json::error(std::string_view text, std::string_view hint) const {
    const std::string at = path_.empty() ? "the whole value" : path_;
    return {Error::Kind::data, Error::Place{document_->tree_->file, document_->tree_->line, 0, ""},
            fmt::format("{}: {}", at, text), hint};
}

bool Json::is_null() const {
    return value_of(value_).IsNull();
}
bool Json::is_object() const {
    return value_of(value_).IsObject();
}
bool Json::is_array() const {
    return value_of(value_).IsArray();
}
bool Json::is_string() const {
    return value_of(value_).IsString();
}

std::string_view Json::string() const {
    const auto& v = value_of(value_);
    if (!v.IsString()) throw error(fmt::format("{} stands where a string is wanted", type_name(v)));
    return {v.GetString(), v.GetStringLength()};
}

std::int64_t Json::integer() const {
    const auto& v = value_of(value_);
    if (!v.IsInt64()) throw error(fmt::format("{} stands where a whole number is wanted", type_name(v)));
    return v.GetInt64();
}

std::uint32_t Json::offset() const {
    const auto& v = value_of(value_);
    if (!v.IsUint()) throw error(fmt::format("{} stands where an offset is wanted", type_name(v)));
    return v.GetUint();
}

double Json::number() const {
    const auto& v = value_of(value_);
    if (!v.IsNumber()) throw error(fmt::format("{} stands where a number is wanted", type_name(v)));
    return v.GetDouble();
}

bool Json::boolean() const {
    const auto& v = value_of(value_);
    if (!v.IsBool()) throw error(fmt::format("{} stands where true or false is wanted", type_name(v)));
    return v.GetBool();
}

std::vector<Json> Json::elements() const {
    const auto& v = value_of(value_);
    std::vector<Json> out;
    if (v.IsArray()) {
        for (const auto& member : v.GetArray()) {
            out.push_back({document_, &member, fmt::format("{}/{}", path_, out.size())});
        }
    } else if (v.IsObject()) {
        for (const auto& member : v.GetObject()) {
            out.push_back({document_, &member.value, fmt::format("{}/{}", path_, member.name.GetString())});
        }
    } else {
        throw error(fmt::format("{} stands where an array or object is wanted", type_name(v)));
    }
    return out;
}

std::vector<std::string_view> Json::keys() const {
    const auto& v = value_of(value_);
    if (!v.IsObject()) throw error(fmt::format("{} stands where an object is wanted", type_name(v)));
    std::vector<std::string_view> out;
    for (const auto& member : v.GetObject())
        out.emplace_back(member.name.GetString(), member.name.GetStringLength());
    return out;
}

std::optional<Json> Json::find(std::string_view key) const {
    const auto& v = value_of(value_);
    if (!v.IsObject()) throw error(fmt::format("{} stands where an object is wanted", type_name(v)));
    const auto member = v.FindMember(rapidjson::Value(rapidjson::StringRef(key.data(), key.size())));
    if (member == v.MemberEnd() || member->value.IsNull()) return {};
    return Json(document_, &member->value, fmt::format("{}/{}", path_, key));
}

Json Json::operator[](std::string_view key) const {
    if (auto found = find(key)) return *found;
    throw error(fmt::format("'{}' is missing", key));
}

std::string Json::text(std::string_view key) const {
    const auto found = find(key);
    return found ? std::string(found->string()) : std::string();
}

std::vector<std::string> Json::texts(std::string_view key) const {
    std::vector<std::string> out;
    if (const auto found = find(key)) {
        for (const Json& member : found->elements())
            out.emplace_back(member.string());
    }
    return out;
}

struct JsonWriter::State {
    rapidjson::StringBuffer buffer;
    rapidjson::Writer<rapidjson::StringBuffer> writer{buffer};
    std::vector<bool> objects;  // open brackets, true for {
};

JsonWriter::JsonWriter() : state_(std::make_unique<State>()) {}
JsonWriter::~JsonWriter() = default;

JsonWriter& JsonWriter::object() {
    state_->objects.push_back(true);
    state_->writer.StartObject();
    return *this;
}

JsonWriter& JsonWriter::array() {
    state_->objects.push_back(false);
    state_->writer.StartArray();
    return *this;
}

JsonWriter& JsonWriter::end() {
    const bool object = state_->objects.back();
    state_->objects.pop_back();
    object ? state_->writer.EndObject() : state_->writer.EndArray();
    return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
    state_->writer.Key(name.data(), static_cast<rapidjson::SizeType>(name.size()));
    return *this;
}

JsonWriter& JsonWriter::value(std::string_view text) {
    const std::string clean = is_utf8(text) ? std::string(text) : clean_utf8(text);
    state_->writer.String(clean.data(), static_cast<rapidjson::SizeType>(clean.size()));
    return *this;
}

JsonWriter& JsonWriter::value(std::int64_t number) {
    state_->writer.Int64(number);
    return *this;
}

JsonWriter& JsonWriter::value(const Json& json) {
    value_of(json.value_).Accept(state_->writer);
    return *this;
}

JsonWriter& JsonWriter::value(bool truth) {
    state_->writer.Bool(truth);
    return *this;
}

JsonWriter& JsonWriter::value(double number) {
    state_->writer.Double(number);
    return *this;
}

JsonWriter& JsonWriter::null() {
    state_->writer.Null();
    return *this;
}

std::string_view JsonWriter::text() const {
    return {state_->buffer.GetString(), state_->buffer.GetSize()};
}

}  // namespace entente
