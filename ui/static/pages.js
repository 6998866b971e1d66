// What HTML alone cannot do: announce new answers, copy, print, send feedback without leaving.
"use strict";

(() => {
  const announce = (words) => {
    const announcer = document.getElementById("announcer");
    if (!announcer) return;
    announcer.textContent = "";
    window.setTimeout(() => {
      announcer.textContent = words;
    }, 50);
  };

  // A new answer: tell screen readers, and bring its question to the top of the window.
  let turnsSeen = 0;
  const answersChanged = () => {
    const turns = document.querySelectorAll("#conversation .turn");
    if (turns.length > turnsSeen) {
      const turn = turns[turns.length - 1];
      const status = turn.querySelector(".status");
      const text = turn.querySelector(".answer-text");
      const sources = turn.querySelector(".sources h3");
      const parts = [status, text, sources].filter(Boolean).map((part) => part.textContent.trim());
      announce(parts.join(". "));
      turn.scrollIntoView({ block: "start" });
    }
    if (turns.length === 0 && turnsSeen > 0) announce("New conversation started.");
    turnsSeen = turns.length;
    document.body.classList.toggle("has-answers", turns.length > 0);
  };

  const askExample = (question) => {
    const box = document.querySelector("#question textarea");
    const button = document.getElementById("ask");
    if (!box || !button) return;
    box.value = question;
    box.dispatchEvent(new Event("input", { bubbles: true }));
    window.setTimeout(() => button.click(), 50);
  };

  // Enter asks, Shift and Enter begins a new line: as in other places where people chat.
  document.addEventListener("keydown", (event) => {
    const inBox = event.target instanceof Element && event.target.closest("#question");
    if (inBox && event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      document.getElementById("ask")?.click();
    }
  });

  const copy = async (button) => {
    try {
      await navigator.clipboard.writeText(button.dataset.copy);
      announce("Copied.");
      button.textContent = "Copied";
    } catch {
      announce("Your browser did not allow copying.");
    }
  };

  const sendFeedback = async (form) => {
    const reply = await fetch(form.action, {
      method: "POST",
      body: new URLSearchParams(new FormData(form)),
      headers: { Accept: "application/json" },
    });
    const words = reply.ok
      ? "Thank you. An officer will look at this answer."
      : "This could not be sent. Try again later.";
    const note = document.createElement("p");
    note.className = reply.ok ? "done" : "error";
    note.textContent = words;
    form.replaceWith(note);
    announce(words);
  };

  document.addEventListener("click", (event) => {
    const target = event.target instanceof Element ? event.target : null;
    const example = target?.closest("[data-question]");
    const copied = target?.closest("[data-copy]");
    if (example) askExample(example.dataset.question);
    if (copied) copy(copied);
    if (target?.closest("[data-print]")) window.print();
    if (target?.closest("#ask")) announce("Looking for an answer.");
  });

  // Uploads: drop files on the section, see them go, then watch the reading.
  const watchJobs = async (box) => {
    const reply = await fetch(box.dataset.jobs, { headers: { Accept: "application/json" } });
    if (!reply.ok) return;
    const told = await reply.json();
    box.innerHTML = told.html; // made by our own server, which escapes what it holds
    if (told.busy) window.setTimeout(() => watchJobs(box), 1000);
    else announce(told.status);
  };

  const upload = (form) => {
    const bar = form.querySelector("progress");
    const request = new XMLHttpRequest();
    bar.hidden = false;
    announce("Sending files.");
    request.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable) bar.value = Math.round((100 * event.loaded) / event.total);
    });
    request.addEventListener("loadend", () => {
      bar.hidden = true;
      if (request.status >= 200 && request.status < 400) {
        form.reset();
        announce("Files sent. They are being read.");
      } else {
        announce("The files could not be sent: " + (request.responseText || "no connection"));
        const note = document.createElement("p");
        note.className = "error";
        note.textContent = "The files could not be sent. " + request.responseText;
        form.append(note);
      }
      watchJobs(document.getElementById("jobs"));
    });
    request.open("POST", form.action);
    request.send(new FormData(form));
  };

  const takeDrops = (section) => {
    const input = section.querySelector("input[type=file]");
    section.addEventListener("dragover", (event) => {
      event.preventDefault();
      section.classList.add("dropping");
    });
    section.addEventListener("dragleave", () => section.classList.remove("dropping"));
    section.addEventListener("drop", (event) => {
      event.preventDefault();
      section.classList.remove("dropping");
      input.files = event.dataTransfer.files;
      announce(`${input.files.length} files chosen.`);
    });
  };

  document.addEventListener("submit", (event) => {
    if (event.target instanceof HTMLFormElement && "upload" in event.target.dataset) {
      event.preventDefault();
      upload(event.target);
    }
    if (event.target instanceof HTMLFormElement && "feedback" in event.target.dataset) {
      event.preventDefault();
      sendFeedback(event.target);
    }
  });

  const start = () => {
    const quote = document.getElementById("quote");
    if (quote) quote.scrollIntoView({ block: "center" });
    document.querySelectorAll(".upload").forEach(takeDrops);
    const jobs = document.getElementById("jobs");
    if (jobs && jobs.querySelector(".job-waiting, .job-running")) watchJobs(jobs);
    const app = document.querySelector("gradio-app");
    if (app) new MutationObserver(answersChanged).observe(app, { childList: true, subtree: true });
  };
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
