/** The stock engine against a model of it, and against many at once. */
@org.jspecify.annotations.NullMarked
package app.mortar.proof;
