// JSON, read and written.
//
// in        UTF-8, strict RFC 8259, nested at most 512 deep; of a repeated key the first counts
// out       views into a JsonDocument; text with the keys in the order in which they were put
// errors    Error (data) with file, line, column and excerpt; for a wrong type or a missing key the path, "/entities/3/type"
// lifetime  a Json is a view: it lives as long as its JsonDocument
// threads   one JsonDocument may be read by many threads
// cost      linear; no recursion that the input can drive
// example   JsonDocument doc("{\"name\": \"Telmar\"}", "x.json");  doc.root()["name"].string()
// source    RFC 8259; RapidJSON, whose one door this is
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "entente/text/error.hpp"

namespace entente {

class JsonDocument;
class JsonElements;
class JsonWriter;

// One value of a document. Cheap to copy.
class Json {
  public:
    [[nodiscard]] bool is_null() const;
    [[nodiscard]] bool is_object() const;
    [[nodiscard]] bool is_array() const;
    [[nodiscard]] bool is_string() const;

    // The value as what it must be; Error (data) naming the path if it is something else.
    [[nodiscard]] std::string_view string() const;
    [[nodiscard]] std::int64_t integer() const;
    [[nodiscard]] std::uint32_t offset() const;  // an integer in [0, 2^32)
    [[nodiscard]] double number() const;
    [[nodiscard]] bool boolean() const;

    // The members of an array, or of an object in their order.
    [[nodiscard]] JsonElements elements() const;
    [[nodiscard]] std::vector<std::string_view> keys() const;

    // A member of an object; Error (data) where it is missing. `find` answers nothing instead, also for null.
    [[nodiscard]] Json operator[](std::string_view key) const;
    [[nodiscard]] std::optional<Json> find(std::string_view key) const;
    // The string under `key`, or "" where there is none or null.
    [[nodiscard]] std::string text(std::string_view key) const;
    // The strings of the array under `key`, or none.
    [[nodiscard]] std::vector<std::string> texts(std::string_view key) const;

    // Where it stands in its document, "/entities/3/type"; "" = the whole. Looked for when asked: linear in the document.
    [[nodiscard]] std::string path() const;
    // An Error (data) about this value, for the caller to throw.
    [[nodiscard]] Error error(std::string_view text, std::string_view hint = {}) const;

  private:
    friend class JsonDocument;
    friend class JsonElements;
    friend class JsonWriter;
    Json(const JsonDocument* document, const void* value) : document_(document), value_(value) {}
    const JsonDocument* document_;
    const void* value_;  // a rapidjson::Value
};

// The members of an array or object, one after the other. Cheap to copy.
class JsonElements {
  public:
    class Iterator {
      public:
        using value_type = Json;
        using difference_type = std::ptrdiff_t;
        [[nodiscard]] Json operator*() const { return (*elements_)[at_]; }
        Iterator& operator++() { return ++at_, *this; }
        [[nodiscard]] bool operator!=(const Iterator& other) const { return at_ != other.at_; }

      private:
        friend class JsonElements;
        Iterator(const JsonElements* elements, std::size_t at) : elements_(elements), at_(at) {}
        const JsonElements* elements_;
        std::size_t at_;
    };

    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] bool empty() const { return size_ == 0; }
    [[nodiscard]] Json operator[](std::size_t i) const;
    [[nodiscard]] Json front() const { return (*this)[0]; }
    [[nodiscard]] Iterator begin() const { return {this, 0}; }
    [[nodiscard]] Iterator end() const { return {this, size_}; }

  private:
    friend class Json;
    JsonElements(const JsonDocument* document, const void* first, std::size_t size, bool named)
        : document_(document), first_(first), size_(size), named_(named) {}
    const JsonDocument* document_;
    const void* first_;
    std::size_t size_;
    bool named_;  // of an object: `first_` is a rapidjson::Value::Member, else a rapidjson::Value
};

class JsonDocument {
  public:
    // `line` is the line in `file` on which the text begins: a graph file holds one JSON text a line.
    explicit JsonDocument(std::string_view text, std::string_view file = {}, std::size_t line = 1);
    JsonDocument(JsonDocument&&) noexcept;
    JsonDocument& operator=(JsonDocument&&) noexcept;
    ~JsonDocument();

    [[nodiscard]] Json root() const;

  private:
    friend class Json;
    struct Tree;
    std::unique_ptr<Tree> tree_;
};

// Writes JSON without blanks: calls follow the shape of the text.
// example   JsonWriter out;  out.object().key("a").value(1).end();  out.text() is {"a":1}
class JsonWriter {
  public:
    JsonWriter();
    JsonWriter(const JsonWriter&) = delete;
    JsonWriter& operator=(const JsonWriter&) = delete;
    ~JsonWriter();

    JsonWriter& object();
    JsonWriter& array();
    JsonWriter& end();  // of the innermost object or array
    JsonWriter& key(std::string_view name);
    JsonWriter& value(std::string_view text);  // bytes that are not UTF-8 become U+FFFD
    JsonWriter& value(const char* text) { return value(std::string_view(text)); }
    JsonWriter& value(std::int64_t number);
    JsonWriter& value(std::uint32_t number) { return value(static_cast<std::int64_t>(number)); }
    JsonWriter& value(int number) { return value(static_cast<std::int64_t>(number)); }
    JsonWriter& value(bool truth);
    JsonWriter& value(double number);
    JsonWriter& value(const Json& json);  // a whole value, as it was read
    JsonWriter& null();

    [[nodiscard]] std::string_view text() const;

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace entente
