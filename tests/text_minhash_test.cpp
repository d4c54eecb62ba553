// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "entente/text/minhash.hpp"

#include <string>

using namespace entente;

namespace {

// A text of words w0 w1 w2 ...
std::string story(int from, int to) {
    std::string out;
    for (int i = from; i < to; ++i)
        out += "w" + std::to_string(i) + " ";
    return out;
}

}  // namespace

TEST_CASE("A text resembles itself, letter case and punctuation aside, and no other", "[text]") {
    const std::string a = "Norway banned Telmar Group on Monday, the ministry said.";
    CHECK(resemblance(minhash(a), minhash(a)) == 1);
    CHECK(resemblance(minhash(a), minhash("NORWAY BANNED - Telmar Group - on Monday (the ministry said)")) == 1);
    CHECK(resemblance(minhash(a), minhash("Denmark bought a port in Ghana last week for an unknown sum.")) == 0);
}

TEST_CASE("Resemblance is the share of runs of words that two texts have in common", "[text]") {
    const std::string a = minhash(story(0, 400));
    CHECK(resemblance(a, minhash(story(0, 360))) == Approx(0.9).margin(0.1));
    CHECK(resemblance(a, minhash(story(100, 500))) == Approx(0.6).margin(0.15));
    CHECK(resemblance(a, minhash(story(1000, 1400))) < 0.05);
}

TEST_CASE("Page furniture does not count, and a text without words has no signature", "[text]") {
    const std::string a = story(0, 100), b = "Share this article " + a;
    CHECK(minhash(a) == minhash(b, std::vector<Span>{{0, 18}}));
    CHECK(minhash("... !").empty());
    CHECK(minhash("").empty());
    CHECK(minhash("Oslo").size() == 4 * minhash_size);
    CHECK(resemblance("", "") == 0);
    CHECK(resemblance(minhash("\xFF\xFE Oslo"), minhash("oslo")) == 1);
}

TEST_CASE("A signature is the same on every machine", "[text]") {
    CHECK(minhash("Norway bans Telmar and Denmark does not.").substr(0, 16) == "442f913e68a39384");
}
