/** What tests of all rooms share: the two databases, a clock that stands still, words for data. */
@org.jspecify.annotations.NullMarked
package app.mortar.testing;
