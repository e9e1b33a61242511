// Shows the countdown in each of its states, and with a real hold for whoever has a key.
"use strict";

const part = (id) => document.getElementById(id);

for (const shown of document.querySelectorAll("mortar-countdown[data-seconds]")) {
  const now = Date.now();
  shown.setAttribute("server-time", new Date(now).toISOString());
  shown.setAttribute("expires-at", new Date(now + Number(shown.dataset.seconds) * 1000).toISOString());
}

let hold = null;

const ask = async (method, path, body) => {
  const answer = await fetch(path, {
    method,
    headers: { Authorization: "Bearer " + part("key").value.trim(), "Content-Type": "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const said = answer.status === 204 ? {} : await answer.json();
  if (!answer.ok) {
    throw new Error(said.detail || said.title || String(answer.status));
  }
  return said;
};

const show = (said) => {
  hold = said;
  part("cart").setAttribute("server-time", said.serverTime);
  part("cart").setAttribute("expires-at", said.expiresAt);
  part("release").disabled = false;
  part("what").textContent = said.items.map((item) => item.quantity + " × " + item.sku).join(", ") + " held.";
};

const stop = (words) => {
  hold = null;
  part("release").disabled = true;
  part("what").textContent = words;
};

part("reserve").addEventListener("click", async () => {
  try {
    const list = await ask("GET", "/api/products?limit=100");
    const product = list.items.find((candidate) => candidate.available > 0);
    if (!product) {
      throw new Error("Nothing is available.");
    }
    show(await ask("POST", "/api/cart/reserve", { cartId: "kit-demo", items: [{ sku: product.sku, quantity: 1 }] }));
  } catch (problem) {
    part("what").textContent = problem.message;
  }
});

part("release").addEventListener("click", async () => {
  try {
    await ask("DELETE", "/api/cart/reserve/" + hold.token);
    part("cart").removeAttribute("expires-at");
    stop("Released.");
  } catch (problem) {
    part("what").textContent = problem.message;
  }
});

part("cart").addEventListener("expired", () => stop("The units are free for others again."));

part("cart").addEventListener("resync", async () => {
  try {
    show(await ask("GET", "/api/cart/reserve/" + hold.token));
  } catch (problem) {
    part("what").textContent = problem.message;
  }
});
