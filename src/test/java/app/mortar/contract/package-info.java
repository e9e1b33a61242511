/** What the API promises, sentence by sentence, asked of the real server over a real port. */
@org.jspecify.annotations.NullMarked
package app.mortar.contract;
