// JSON, read and written.
//
// RapidJSON's one door. Its default parser recurses, so a million brackets end the program; the iterative one does
// not, but what walks its tree afterwards (destructors, writers) still may: so depth is bounded while the tree is made.
// Looked at first are UTF-8, which costs RapidJSON a look at every character, and what it wrongly accepts: a NUL after the
// value, some control bytes in strings, a byte order mark. The tree's strings lie in a copy of the text.
// SPDX-License-Identifier: MIT
#include "entente/json.hpp"

#ifdef __SSE2__
#define RAPIDJSON_SSE2  // strings are searched sixteen bytes at a time
#endif

#include <fmt/core.h>
#include <rapidjson/document.h>
#include <rapidjson/error/en.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include "entente/text/utf8.hpp"

namespace entente {
namespace {

constexpr std::size_t max_depth = 512;
constexpr std::size_t vector_size = 16;  // bytes that RapidJSON may look at beyond the end

const rapidjson::Value& value_of(const void* value) {
    return *static_cast<const rapidjson::Value*>(value);
}

// Builds a document, as its reader tells it to, as long as that goes no deeper than it should.
class Bounded : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, Bounded> {
  public:
    explicit Bounded(rapidjson::Document& document) : to_(document) {}
    [[nodiscard]] bool too_deep() const { return depth_ > max_depth; }

    bool Null() { return to_.Null(); }
    bool Bool(bool truth) { return to_.Bool(truth); }
    bool Int(int number) { return to_.Int(number); }
    bool Uint(unsigned number) { return to_.Uint(number); }
    bool Int64(std::int64_t number) { return to_.Int64(number); }
    bool Uint64(std::uint64_t number) { return to_.Uint64(number); }
    bool Double(double number) { return to_.Double(number); }
    bool String(const char* text, rapidjson::SizeType size, bool copy) { return to_.String(text, size, copy); }
    bool Key(const char* text, rapidjson::SizeType size, bool copy) { return to_.Key(text, size, copy); }
    bool StartObject() { return ++depth_ <= max_depth && to_.StartObject(); }
    bool StartArray() { return ++depth_ <= max_depth && to_.StartArray(); }
    bool EndObject(rapidjson::SizeType members) { return --depth_, to_.EndObject(members); }
    bool EndArray(rapidjson::SizeType elements) { return --depth_, to_.EndArray(elements); }

  private:
    rapidjson::Document& to_;
    std::size_t depth_ = 0;
};

// Whether so many bytes from here on are printable ASCII, as nearly all are. A loop without a way out, for the vector unit.
constexpr std::size_t stride = 64;
bool is_plain(const char* bytes) {
    unsigned other = 0;
    for (std::size_t i = 0; i < stride; ++i)
        other |= static_cast<unsigned>(static_cast<unsigned char>(bytes[i] - ' ') > '\x7F' - ' ');
    return other == 0;
}

// The first byte that may stand nowhere in a JSON text: what is not UTF-8, or a control byte that is no white space.
std::size_t first_wrong(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
        if (at + stride <= text.size() && is_plain(text.data() + at)) {
            at += stride;
            continue;
        }
        const CodePoint c = decode(text, at);
        if (!c.valid || (c.value < ' ' && c.value != '\t' && c.value != '\n' && c.value != '\r')) break;
        at += c.size;
    }
    return at;
}

const char* type_name(const rapidjson::Value& v) {
    static constexpr const char* names[] = {"null", "false", "true", "an object", "an array", "a string", "a number"};
    return names[v.GetType()];
}

// Appends the way from `from` down to `value`; depth is bounded, so it may recurse.
bool find_path(const rapidjson::Value& from, const rapidjson::Value* value, std::string& out) {
    if (&from == value) return true;
    const std::size_t length = out.size();
    if (from.IsArray()) {
        for (rapidjson::SizeType i = 0; i < from.Size(); ++i) {
            out += fmt::format("/{}", i);
            if (find_path(from[i], value, out)) return true;
            out.resize(length);
        }
    } else if (from.IsObject()) {
        for (const auto& member : from.GetObject()) {
            out.append("/").append(member.name.GetString(), member.name.GetStringLength());
            if (find_path(member.value, value, out)) return true;
            out.resize(length);
        }
    }
    return false;
}

}  // namespace

struct JsonDocument::Tree {
    std::string text;  // its strings are those of the tree
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
    if (const std::size_t at = first_wrong(text); at < text.size())
        throw fail(at, text[at] == '\0' ? "a NUL byte" : "a control byte, or one that is not UTF-8");
    tree_->text.reserve(text.size() + vector_size);
    tree_->text = text;
    rapidjson::InsituStringStream stream(tree_->text.data());
    rapidjson::Reader reader;
    Bounded handler(tree_->document);
    const auto read = [&](auto&) {
        constexpr unsigned flags =
            rapidjson::kParseIterativeFlag | rapidjson::kParseInsituFlag | rapidjson::kParseFullPrecisionFlag;
        (void)reader.Parse<flags>(stream, handler);
        return !reader.HasParseError();
    };
    (void)tree_->document.Populate(read);
    if (!reader.HasParseError()) return;
    throw fail(reader.GetErrorOffset(), handler.too_deep() ? fmt::format("nested deeper than {}", max_depth)
                                                           : rapidjson::GetParseError_En(reader.GetParseErrorCode()));
}

JsonDocument::JsonDocument(JsonDocument&&) noexcept = default;
JsonDocument& JsonDocument::operator=(JsonDocument&&) noexcept = default;
JsonDocument::~JsonDocument() = default;

Json JsonDocument::root() const {
    return {this, &tree_->document};
}

std::string Json::path() const {
    std::string out;
    (void)find_path(document_->tree_->document, &value_of(value_), out);
    return out;
}

Error Json::error(std::string_view text, std::string_view hint) const {
    const std::string found = path();
    const std::string at = found.empty() ? "the whole value" : found;
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

JsonElements Json::elements() const {
    const auto& v = value_of(value_);
    if (v.IsArray()) return {document_, v.Begin(), v.Size(), false};
    if (v.IsObject()) return {document_, v.ObjectEmpty() ? nullptr : &*v.MemberBegin(), v.MemberCount(), true};
    throw error(fmt::format("{} stands where an array or object is wanted", type_name(v)));
}

Json JsonElements::operator[](std::size_t i) const {
    if (!named_) return {document_, static_cast<const rapidjson::Value*>(first_) + i};
    return {document_, &static_cast<const rapidjson::Value::Member*>(first_)[i].value};
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
    return Json(document_, &member->value);
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

// Another class than RapidJSON's, because its writer looks at sixteen bytes at a time into that one and lets the control bytes
// 0x1A to 0x1F through unescaped (1.1.0).
struct Buffer : rapidjson::StringBuffer {};

struct JsonWriter::State {
    Buffer buffer;
    rapidjson::Writer<Buffer> writer{buffer};
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
