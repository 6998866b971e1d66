// A formal request made of the conversation. Everything here stays in the browser: nothing is sent.
"use strict";

(() => {
  const SUBJECT = "Freedom of Information request";

  const announce = (words) => {
    const announcer = document.getElementById("announcer");
    if (announcer) announcer.textContent = words;
  };

  const questionsAsked = () =>
    [...document.querySelectorAll("#conversation .turn .question")].map((heading) => {
      const words = heading.cloneNode(true);
      words.querySelectorAll(".hidden").forEach((hidden) => hidden.remove());
      return words.textContent.trim();
    });

  const letterOf = (office, questions, name, reply) => {
    const listed = questions.length ? questions : ["(Write your question here.)"];
    const items = listed.map((question, place) => `${place + 1}. ${question}`);
    const answerTo = reply ? [`Please send your reply to: ${reply}`, ""] : [];
    return [
      `To: ${office}`,
      "",
      SUBJECT,
      "",
      "Under the Freedom of Information Act 2000 please give me the following information:",
      "",
      ...items.flatMap((item) => [item, ""]),
      ...answerTo,
      "Yours faithfully,",
      "",
      name || "(Your name)",
    ].join("\n");
  };

  const mailAddress = (email, letter) =>
    `mailto:${email}?subject=${encodeURIComponent(SUBJECT)}&body=${encodeURIComponent(letter)}`;

  const box = () => document.getElementById("formal");
  const field = (id) => document.getElementById(id);

  const updateLink = () => {
    const send = field("formal-send");
    if (send) send.href = mailAddress(box().dataset.email, field("formal-letter").value);
  };

  const compose = () => {
    const name = field("formal-name").value.trim();
    const reply = field("formal-reply").value.trim();
    const letter = field("formal-letter");
    letter.value = letterOf(box().dataset.office, questionsAsked(), name, reply);
    updateLink();
    letter.focus();
    announce("The letter is ready. Read it, then copy it or open it in your email program.");
  };

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(field("formal-letter").value);
      announce("Letter copied.");
    } catch {
      field("formal-letter").select();
      announce("Your browser did not allow copying. The letter is selected: copy it yourself.");
    }
  };

  document.addEventListener("click", (event) => {
    const target = event.target instanceof Element ? event.target.closest("[data-formal]") : null;
    if (target?.dataset.formal === "compose") compose();
    if (target?.dataset.formal === "copy") copy();
  });
  document.addEventListener("input", (event) => {
    if (event.target instanceof Element && event.target.id === "formal-letter") updateLink();
  });
})();
